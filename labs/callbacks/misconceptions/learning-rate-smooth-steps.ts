import {
  learningRateAt as right,
  type Schedule,
} from '#solutions/callbacks/LearningRateSchedule.ts'

/** Steps without the floor: the rate goes down a little in every epoch. */
export function learningRateAt(epoch: number, schedule: Schedule): number {
  if (schedule.kind !== 'step') return right(epoch, schedule)
  return schedule.initial * schedule.factor ** (epoch / schedule.every)
}
