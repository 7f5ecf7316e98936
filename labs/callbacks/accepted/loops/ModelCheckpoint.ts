import * as tf from '@tensorflow/tfjs'
import { numberOf } from './numbers.ts'

/** Keeps the topology as text and the weights as nested arrays. */
export class ModelCheckpoint extends tf.Callback {
  savedEpochs: number[] = []
  private best: number | undefined
  private topology = ''
  private weights: { values: number[]; shape: number[] }[] = []
  private monitor: string
  private mode: 'min' | 'max'

  constructor(options: { monitor?: string; mode?: 'min' | 'max' } = {}) {
    super()
    this.monitor = options.monitor ?? 'val_loss'
    this.mode = options.mode ?? 'min'
  }

  override async onEpochEnd(epoch: number, logs?: Record<string, number | tf.Scalar>) {
    const value = numberOf(logs?.[this.monitor])
    if (Number.isNaN(value)) return
    if (this.best !== undefined) {
      const [low, high] = this.mode === 'min' ? [value, this.best] : [this.best, value]
      if (low >= high) return
    }
    this.best = value
    this.topology = String(this.model.toJSON())
    this.weights = this.model.getWeights().map((weight) => ({
      values: Array.from(weight.dataSync()),
      shape: weight.shape,
    }))
    this.savedEpochs.push(epoch)
  }

  async load() {
    const model = await tf.models.modelFromJSON(JSON.parse(this.topology))
    model.setWeights(this.weights.map(({ values, shape }) => tf.tensor(values, shape)))
    return model
  }
}
