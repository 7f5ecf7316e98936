import * as tf from '@tensorflow/tfjs'
import type { EarlyStoppingOptions } from '#solutions/callbacks/EarlyStopping.ts'
import { type EpochLogs, monitored } from '#solutions/callbacks/logs.ts'

/** Counts the best epoch as the first one without improvement, and so stops one epoch early. */
export class EarlyStopping extends tf.Callback {
  bestEpoch: number | null = null
  stoppedEpoch: number | null = null
  readonly #patience: number
  readonly #minDelta: number
  readonly #monitor: string
  #best = Number.POSITIVE_INFINITY
  #waited = 0
  #bestWeights: tf.Tensor[] = []

  constructor({ patience, minDelta = 0, monitor = 'val_loss' }: EarlyStoppingOptions) {
    super()
    this.#patience = patience
    this.#minDelta = minDelta
    this.#monitor = monitor
  }

  override async onTrainBegin(): Promise<void> {
    this.bestEpoch = null
    this.stoppedEpoch = null
    this.#best = Number.POSITIVE_INFINITY
    this.#waited = 0
  }

  override async onEpochEnd(epoch: number, logs: EpochLogs = {}): Promise<void> {
    const value = await monitored(logs, this.#monitor)
    if (value < this.#best - this.#minDelta) {
      this.#best = value
      this.#waited = 1
      this.bestEpoch = epoch
      this.#bestWeights = this.model.getWeights().map((weight) => weight.clone())
    } else {
      this.#waited += 1
      if (this.#waited >= this.#patience) {
        this.stoppedEpoch = epoch
        this.model.stopTraining = true
      }
    }
  }

  override async onTrainEnd(): Promise<void> {
    this.model.setWeights(this.#bestWeights)
  }
}
