import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'

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

  constructor({ monitor = 'val_loss', mode = 'min' }: ModelCheckpointOptions = {}) {
    super()
    throw new Error('TODO ModelCheckpoint.constructor: keep the options')
  }

  override async onEpochEnd(epoch: number, logs: EpochLogs = {}): Promise<void> {
    throw new Error(
      'TODO ModelCheckpoint.onEpochEnd: save `this.model` with tf.io.withSaveHandler when it is the best so far',
    )
  }

  /**
   * A new model, built from the saved one: it predicts exactly what the trained model did at the end of the
   * last saved epoch, whatever happened to that model since. Rejects when nothing has been saved.
   */
  async load(): Promise<tf.LayersModel> {
    throw new Error(
      'TODO ModelCheckpoint.load: build a model with tf.loadLayersModel and tf.io.fromMemory',
    )
  }
}
