import * as tf from '@tensorflow/tfjs'

export type Schedule =
  | { kind: 'step'; initial: number; factor: number; every: number }
  | { kind: 'exponential'; initial: number; decay: number }
  | { kind: 'cosine'; initial: number; final: number; warmup: number; last: number }

/** Epoch by epoch. */
export function learningRateAt(epoch: number, schedule: Schedule): number {
  if (schedule.kind === 'step') {
    let rate = schedule.initial
    for (let e = schedule.every; e <= epoch; e += schedule.every) rate *= schedule.factor
    return rate
  }
  if (schedule.kind === 'exponential') {
    let rate = schedule.initial
    for (let e = 0; e < epoch; e++) rate /= Math.exp(schedule.decay)
    return rate
  }
  const { initial, final, warmup, last } = schedule
  if (epoch >= last) return final
  if (epoch < warmup) return initial * ((epoch + 1) / (warmup + 1))
  const share = Math.cos((Math.PI / 2) * ((epoch - warmup) / (last - warmup))) ** 2
  return share * initial + (1 - share) * final
}

export class LearningRateSchedule extends tf.Callback {
  ratePerEpoch: number[] = []
  schedule: Schedule

  constructor(schedule: Schedule) {
    super()
    this.schedule = schedule
  }

  override async onEpochBegin(epoch: number) {
    const rate = learningRateAt(epoch, this.schedule)
    const optimizer = this.model.optimizer
    const changes = ['learningRate', 'c'].filter((field) => field in optimizer)
    for (const field of changes) {
      Reflect.set(optimizer, field, field === 'c' ? tf.keep(tf.scalar(-rate)) : rate)
    }
    this.ratePerEpoch[epoch] = rate
  }
}
