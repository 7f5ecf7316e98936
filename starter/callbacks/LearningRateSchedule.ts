import * as tf from '@tensorflow/tfjs'

/** How the learning rate goes down. Epochs count from 0. */
export type Schedule =
  /** Multiplied by `factor` after every `every` epochs: initial * factor^floor(epoch / every). */
  | {
      readonly kind: 'step'
      readonly initial: number
      readonly factor: number
      readonly every: number
    }
  /** initial * e^(-decay * epoch). */
  | { readonly kind: 'exponential'; readonly initial: number; readonly decay: number }
  /**
   * A straight rise for `warmup` epochs, initial * (epoch + 1) / (warmup + 1), then half a cosine from
   * `initial` at epoch `warmup` down to `final` at epoch `last`, and `final` from then on:
   * final + (initial - final) * (1 + cos(pi * t)) / 2 with t = (epoch - warmup) / (last - warmup).
   */
  | {
      readonly kind: 'cosine'
      readonly initial: number
      readonly final: number
      readonly warmup: number
      /** Greater than `warmup`. */
      readonly last: number
    }

/** The learning rate of a schedule in an epoch. */
export function learningRateAt(epoch: number, schedule: Schedule): number {
  throw new Error('TODO learningRateAt: one formula for each kind')
}

/**
 * Trains every epoch with the learning rate of the schedule: the model's own optimizer has it before the
 * first batch of the epoch, and keeps all else that it has learned. The rates go to `ratePerEpoch`.
 */
export class LearningRateSchedule extends tf.Callback {
  /** One rate for every epoch that has begun. */
  readonly ratePerEpoch: number[] = []

  constructor(schedule: Schedule) {
    super()
    throw new Error('TODO LearningRateSchedule.constructor: keep the schedule')
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    throw new Error(
      'TODO LearningRateSchedule.onEpochBegin: set the rate of `this.model.optimizer` and note it down',
    )
  }
}
