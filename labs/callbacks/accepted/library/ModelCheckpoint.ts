import * as tf from '@tensorflow/tfjs'
import { numberIn } from './answers.ts'

/** A place in memory that is both a save handler and a load handler. */
class Memory implements tf.io.IOHandler {
  #artifacts: tf.io.ModelArtifacts = {}

  save = async (artifacts: tf.io.ModelArtifacts) => {
    this.#artifacts = artifacts
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' as const } }
  }

  load = async () => this.#artifacts
}

export class ModelCheckpoint extends tf.Callback {
  readonly savedEpochs: number[] = []
  readonly #memory = new Memory()
  readonly #monitor: string
  readonly #isBetter: (value: number, best: number) => boolean
  #best: number | null = null

  constructor({
    monitor = 'val_loss',
    mode = 'min',
  }: { monitor?: string; mode?: 'min' | 'max' } = {}) {
    super()
    this.#monitor = monitor
    this.#isBetter = mode === 'min' ? (value, best) => value < best : (value, best) => value > best
  }

  override async onEpochEnd(epoch: number, logs: Record<string, number | tf.Scalar> = {}) {
    const value = await numberIn(logs, this.#monitor)
    if (this.#best === null ? Number.isNaN(value) : !this.#isBetter(value, this.#best)) return
    this.#best = value
    await this.model.save(this.#memory)
    this.savedEpochs.push(epoch)
  }

  load() {
    return tf.loadLayersModel(this.#memory)
  }
}
