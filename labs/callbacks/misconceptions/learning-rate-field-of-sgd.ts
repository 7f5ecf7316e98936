import * as tf from '@tensorflow/tfjs'
import { learningRateAt, type Schedule } from '#solutions/callbacks/LearningRateSchedule.ts'

/** Sets a field that SGD does not read. */
export class LearningRateSchedule extends tf.Callback {
  readonly ratePerEpoch: number[] = []
  readonly #schedule: Schedule

  constructor(schedule: Schedule) {
    super()
    this.#schedule = schedule
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    const rate = learningRateAt(epoch, this.#schedule)
    Object.assign(this.model.optimizer, { learningRate: rate })
    this.ratePerEpoch.push(rate)
  }
}
