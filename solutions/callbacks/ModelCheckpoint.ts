import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'
// solution
import { monitored } from './logs.ts'
// end solution

export interface ModelCheckpointOptions {
  /** Which of the logs to watch. */
  readonly monitor?: string
  /** Whether a lower value is better ('min', as for a loss) or a higher one ('max', as for an accuracy). */
  readonly mode?: 'min' | 'max'
}

/**
 * Keeps a copy of the best model in memory. A model is saved at the end of an epoch whose watched value is
 * better than all before it; equal is not better, and NaN never is. A later save takes the place of the
 * earlier one.
 */
export class ModelCheckpoint extends tf.Callback {
  /** The epochs at whose end the model was saved, in order; the last one is what `load` gives. */
  readonly savedEpochs: number[] = []
  // solution
  readonly #options: Required<ModelCheckpointOptions>
  #best: number | null = null
  #saved: tf.io.ModelArtifacts | null = null
  // end solution

  constructor({ monitor = 'val_loss', mode = 'min' }: ModelCheckpointOptions = {}) {
    super()
    // solution: keep the options
    this.#options = { monitor, mode }
    // end solution
  }

  override async onEpochEnd(epoch: number, logs: EpochLogs = {}): Promise<void> {
    // solution: save `this.model` with tf.io.withSaveHandler when it is the best so far
    const value = await monitored(logs, this.#options.monitor)
    if (!this.#isBetter(value)) return
    this.#best = value
    await this.model.save(
      tf.io.withSaveHandler(async (artifacts) => {
        this.#saved = artifacts
        return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) }
      }),
    )
    this.savedEpochs.push(epoch)
    // end solution
  }

  /**
   * A new model, built from the saved one: it predicts exactly what the trained model did at the end of the
   * last saved epoch, whatever happened to that model since. Rejects when nothing has been saved.
   */
  async load(): Promise<tf.LayersModel> {
    // solution: build a model with tf.loadLayersModel and tf.io.fromMemory
    if (this.#saved === null) throw new Error('no model has been saved yet')
    return tf.loadLayersModel(tf.io.fromMemory(this.#saved))
    // end solution
  }
  // solution

  #isBetter(value: number): boolean {
    if (Number.isNaN(value)) return false
    if (this.#best === null) return true
    return this.#options.mode === 'min' ? value < this.#best : value > this.#best
  }
  // end solution
}
