import * as tf from '@tensorflow/tfjs'
import { learningRateAt, type Schedule } from '#solutions/callbacks/LearningRateSchedule.ts'

/** Sets the rate when the epoch is over. */
export class LearningRateSchedule extends tf.Callback {
  readonly ratePerEpoch: number[] = []
  readonly #schedule: Schedule

  constructor(schedule: Schedule) {
    super()
    this.#schedule = schedule
  }

  override async onEpochEnd(epoch: number): Promise<void> {
    const rate = learningRateAt(epoch, this.#schedule)
    const optimizer: tf.Optimizer & { setLearningRate?(rate: number): void } = this.model.optimizer
    if (optimizer.setLearningRate) optimizer.setLearningRate(rate)
    else Object.assign(optimizer, { learningRate: rate })
    this.ratePerEpoch.push(rate)
  }
}
