import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'
// solution
import { monitored } from './logs.ts'
// end solution

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
  // solution
  readonly #options: Required<EarlyStoppingOptions>
  #best = Number.POSITIVE_INFINITY
  #waited = 0
  #bestWeights: tf.Tensor[] = []
  // end solution

  constructor({ patience, minDelta = 0, monitor = 'val_loss' }: EarlyStoppingOptions) {
    super()
    // solution: keep the options
    this.#options = { patience, minDelta, monitor }
    // end solution
  }

  override async onTrainBegin(): Promise<void> {
    // solution: forget an earlier training
    this.bestEpoch = null
    this.stoppedEpoch = null
    this.#best = Number.POSITIVE_INFINITY
    this.#waited = 0
    // end solution
  }

  override async onEpochEnd(epoch: number, logs: EpochLogs = {}): Promise<void> {
    // solution: an improvement, or one epoch more of waiting
    const { patience, minDelta, monitor } = this.#options
    const value = await monitored(logs, monitor)
    if (value < this.#best - minDelta) {
      this.#best = value
      this.#waited = 0
      this.bestEpoch = epoch
      tf.dispose(this.#bestWeights)
      // `getWeights` gives the variables themselves, which go on training: copy them.
      this.#bestWeights = this.model.getWeights().map((weight) => weight.clone())
      return
    }
    this.#waited += 1
    if (this.#waited >= patience) {
      this.stoppedEpoch = epoch
      this.model.stopTraining = true
    }
    // end solution
  }

  override async onTrainEnd(): Promise<void> {
    // solution: give the best weights back
    if (this.#bestWeights.length === 0) return
    this.model.setWeights(this.#bestWeights)
    tf.dispose(this.#bestWeights)
    this.#bestWeights = []
    // end solution
  }
}
