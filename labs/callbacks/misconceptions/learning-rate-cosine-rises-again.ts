import {
  learningRateAt as right,
  type Schedule,
} from '#solutions/callbacks/LearningRateSchedule.ts'

/** Follows the cosine beyond its lowest point. */
export function learningRateAt(epoch: number, schedule: Schedule): number {
  if (schedule.kind !== 'cosine' || epoch < schedule.warmup) return right(epoch, schedule)
  const { initial, final, warmup, last } = schedule
  const t = (epoch - warmup) / (last - warmup)
  return final + ((initial - final) * (1 + Math.cos(Math.PI * t))) / 2
}
