import {
  learningRateAt as right,
  type Schedule,
} from '#solutions/callbacks/LearningRateSchedule.ts'

/** Takes the first epoch for number 1. */
export function learningRateAt(epoch: number, schedule: Schedule): number {
  return right(epoch + 1, schedule)
}
