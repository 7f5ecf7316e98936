import * as tf from '@tensorflow/tfjs'
import { type EpochLogs, monitored } from '#solutions/callbacks/logs.ts'
import type { ModelCheckpointOptions } from '#solutions/callbacks/ModelCheckpoint.ts'

/** Takes an equal value for a better one. */
export class ModelCheckpoint extends tf.Callback {
  readonly savedEpochs: number[] = []
  readonly #monitor: string
  readonly #sign: number
  #best = Number.POSITIVE_INFINITY
  #artifacts: tf.io.ModelArtifacts | null = null

  constructor({ monitor = 'val_loss', mode = 'min' }: ModelCheckpointOptions = {}) {
    super()
    this.#monitor = monitor
    this.#sign = mode === 'min' ? 1 : -1
  }

  override async onEpochEnd(epoch: number, logs: EpochLogs = {}): Promise<void> {
    const value = this.#sign * (await monitored(logs, this.#monitor))
    if (!(value <= this.#best)) return
    this.#best = value
    await this.model.save(
      tf.io.withSaveHandler(async (artifacts) => {
        this.#artifacts = artifacts
        return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) }
      }),
    )
    this.savedEpochs.push(epoch)
  }

  async load(): Promise<tf.LayersModel> {
    if (this.#artifacts === null) throw new Error('no model has been saved yet')
    return tf.loadLayersModel(tf.io.fromMemory(this.#artifacts))
  }
}
