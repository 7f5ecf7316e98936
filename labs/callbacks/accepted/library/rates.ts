export interface Schedule {
  kind: 'step' | 'exponential' | 'cosine'
  initial: number
  factor?: number
  every?: number
  decay?: number
  final?: number
  warmup?: number
  last?: number
}

const clamp = (t: number) => Math.max(0, Math.min(1, t))

/** A formula for each kind. */
export const RATES: Record<Schedule['kind'], (epoch: number, schedule: Schedule) => number> = {
  step: (epoch, { initial, factor = 1, every = 1 }) =>
    initial * factor ** ((epoch - (epoch % every)) / every),
  exponential: (epoch, { initial, decay = 0 }) => initial / Math.E ** (decay * epoch),
  cosine: (epoch, { initial, final = 0, warmup = 0, last = 1 }) => {
    const angle = Math.PI * clamp((epoch - warmup) / (last - warmup))
    const wave = (initial + final) / 2 + ((initial - final) / 2) * Math.cos(angle)
    return epoch >= warmup ? wave : (initial / (warmup + 1)) * (epoch + 1)
  },
}
