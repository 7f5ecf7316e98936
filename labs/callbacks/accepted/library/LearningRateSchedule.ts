import * as tf from '@tensorflow/tfjs'
import { RATES, type Schedule } from './rates.ts'

export const learningRateAt = (epoch: number, schedule: Schedule) =>
  RATES[schedule.kind](epoch, schedule)

/** Uses the method where there is one. */
export class LearningRateSchedule extends tf.Callback {
  readonly ratePerEpoch: number[] = []
  readonly #schedule: Schedule

  constructor(schedule: Schedule) {
    super()
    this.#schedule = schedule
  }

  override async onEpochBegin(epoch: number) {
    const rate = learningRateAt(epoch, this.#schedule)
    const { optimizer } = this.model
    if ('setLearningRate' in optimizer && typeof optimizer.setLearningRate === 'function') {
      optimizer.setLearningRate(rate)
    } else {
      Reflect.set(optimizer, 'learningRate', rate)
    }
    this.ratePerEpoch.push(rate)
  }
}
