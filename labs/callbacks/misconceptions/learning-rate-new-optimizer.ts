import * as tf from '@tensorflow/tfjs'
import { learningRateAt, type Schedule } from '#solutions/callbacks/LearningRateSchedule.ts'

/** Puts a new optimizer in the place of the old one, whose memory is lost. */
export class LearningRateSchedule extends tf.Callback {
  readonly ratePerEpoch: number[] = []
  readonly #schedule: Schedule

  constructor(schedule: Schedule) {
    super()
    this.#schedule = schedule
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    const rate = learningRateAt(epoch, this.#schedule)
    this.model.optimizer =
      this.model.optimizer.getClassName() === 'SGD' ? tf.train.sgd(rate) : tf.train.adam(rate)
    this.ratePerEpoch.push(rate)
  }
}
