import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'

export interface EarlyStoppingOptions {
  /** Epochs in a row without improvement after which training stops; at least 1. */
  readonly patience: number
  /** How much lower than the best a value must be to count as an improvement; at least 0. */
  readonly minDelta?: number
  /** Which of the logs to watch; lower is better. */
  readonly monitor?: string
}

/**
 * Stops training when the watched value no longer improves, and gives back the best weights.
 *
 * - A value improves when it is lower than `best - minDelta`, where `best` is the value of the last epoch
 *   that improved. Equal is not lower. The first epoch always improves; a value of NaN never does.
 * - When `patience` epochs in a row have not improved, `this.model.stopTraining` becomes true.
 * - At the end of training, stopped or not, the model gets the weights it had at the end of `bestEpoch`.
 * - Every training starts afresh: nothing is remembered from one `fit` to the next.
 */
export class EarlyStopping extends tf.Callback {
  /** The epoch that improved last, null before the first. */
  bestEpoch: number | null = null
  /** The epoch at whose end training was stopped, null when it was not. */
  stoppedEpoch: number | null = null

  constructor({ patience, minDelta = 0, monitor = 'val_loss' }: EarlyStoppingOptions) {
    super()
    throw new Error('TODO EarlyStopping.constructor: keep the options')
  }

  override async onTrainBegin(): Promise<void> {
    throw new Error('TODO EarlyStopping.onTrainBegin: forget an earlier training')
  }

  override async onEpochEnd(epoch: number, logs: EpochLogs = {}): Promise<void> {
    throw new Error('TODO EarlyStopping.onEpochEnd: an improvement, or one epoch more of waiting')
  }

  override async onTrainEnd(): Promise<void> {
    throw new Error('TODO EarlyStopping.onTrainEnd: give the best weights back')
  }
}
