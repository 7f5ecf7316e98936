import * as tf from '@tensorflow/tfjs'
import { learningRateAt, type Schedule } from '#solutions/callbacks/LearningRateSchedule.ts'

/** Writes the rates down and leaves the optimizer alone. */
export class LearningRateSchedule extends tf.Callback {
  readonly ratePerEpoch: number[] = []
  readonly #schedule: Schedule

  constructor(schedule: Schedule) {
    super()
    this.#schedule = schedule
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    const rate = learningRateAt(epoch, this.#schedule)

    this.ratePerEpoch.push(rate)
  }
}
