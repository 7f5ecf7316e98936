import * as tf from '@tensorflow/tfjs'
import { numberIn } from './answers.ts'

/** Lets the callback of TensorFlow.js decide when to stop, and keeps the weights itself. */
export class EarlyStopping extends tf.Callback {
  bestEpoch: number | null = null
  stoppedEpoch: number | null = null
  readonly #library: tf.EarlyStopping
  readonly #minDelta: number
  readonly #monitor: string
  #best: number | null = null
  #bestWeights: tf.Tensor[] = []

  constructor({
    patience,
    minDelta = 0,
    monitor = 'val_loss',
  }: { patience: number; minDelta?: number; monitor?: string }) {
    super()
    this.#library = tf.callbacks.earlyStopping({ patience, minDelta, monitor, mode: 'min' })
    this.#minDelta = minDelta
    this.#monitor = monitor
  }

  override setModel(model: tf.LayersModel) {
    super.setModel(model)
    this.#library.setModel(model)
  }

  override async onTrainBegin() {
    this.#best = this.bestEpoch = this.stoppedEpoch = null
    await this.#library.onTrainBegin()
  }

  override async onEpochEnd(epoch: number, logs: Record<string, number | tf.Scalar> = {}) {
    const value = await numberIn(logs, this.#monitor)
    if (this.#best === null ? !Number.isNaN(value) : value + this.#minDelta < this.#best) {
      this.#best = value
      this.bestEpoch = epoch
      this.#bestWeights = this.model.getWeights().map((weight) => tf.clone(weight))
    }
    await this.#library.onEpochEnd(epoch, { [this.#monitor]: value })
    if (this.model.stopTraining) this.stoppedEpoch = epoch
  }

  override async onTrainEnd() {
    if (this.#bestWeights.length > 0) this.model.setWeights(this.#bestWeights)
  }
}
