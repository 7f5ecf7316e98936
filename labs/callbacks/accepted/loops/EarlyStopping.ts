import * as tf from '@tensorflow/tfjs'
import { numberOf } from './numbers.ts'

/** Remembers every value and looks back; gives the weights back as soon as it stops. */
export class EarlyStopping extends tf.Callback {
  stoppedEpoch: number | null = null
  bestEpoch: number | null = null
  private values: number[] = []
  private best: { values: Float32Array; shape: number[] }[] = []
  private options: { patience: number; minDelta?: number; monitor?: string }

  constructor(options: { patience: number; minDelta?: number; monitor?: string }) {
    super()
    this.options = options
  }

  override async onTrainBegin() {
    this.values = []
    this.bestEpoch = null
    this.stoppedEpoch = null
  }

  override async onEpochEnd(epoch: number, logs?: Record<string, number | tf.Scalar>) {
    const { patience, minDelta = 0, monitor = 'val_loss' } = this.options
    const value = numberOf(logs?.[monitor])
    const best = this.bestEpoch === null ? Infinity : (this.values[this.bestEpoch] ?? Infinity)
    this.values[epoch] = value
    if (best - value > minDelta) {
      this.bestEpoch = epoch
      this.best = this.model.getWeights().map((weight) => ({
        values: Float32Array.from(weight.dataSync()),
        shape: weight.shape,
      }))
    } else if (epoch - (this.bestEpoch ?? -1) === patience) {
      this.stoppedEpoch = epoch
      this.model.stopTraining = true
      this.restore()
    }
  }

  override async onTrainEnd() {
    if (this.stoppedEpoch === null) this.restore()
  }

  private restore() {
    if (this.bestEpoch === null) return
    this.model.setWeights(this.best.map(({ values, shape }) => tf.tensor(values, shape)))
  }
}
