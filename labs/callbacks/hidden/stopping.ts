/** How a rule of early stopping decides; each way to get it wrong differs in one of these. */
export interface Rule {
  /** Whether a value counts as an improvement. */
  improves(value: number, best: number, previous: number, minDelta: number): boolean
  /** Epochs without improvement after which it stops. */
  limit(patience: number): number
  /** Whether the count begins again after an improvement. */
  readonly startsOver: boolean
}

export const RIGHT: Rule = {
  improves: (value, best, _, minDelta) => value < best - minDelta,
  limit: (patience) => patience,
  startsOver: true,
}

/** By the misconception that stops so. */
export const WRONG: Readonly<Record<string, Rule>> = {
  'early-stopping-patience-off-by-one': { ...RIGHT, limit: (patience) => patience + 1 },
  // With patience 1 nothing changes: an epoch that improves never stops a training.
  'early-stopping-one-epoch-early': { ...RIGHT, limit: (patience) => patience - 1 },
  'early-stopping-min-delta-sign': {
    ...RIGHT,
    improves: (value, best, _, minDelta) => value < best + minDelta,
  },
  'early-stopping-compares-with-previous': {
    ...RIGHT,
    improves: (value, _, previous, minDelta) => value < previous - minDelta,
  },
  'early-stopping-never-starts-over': { ...RIGHT, startsOver: false },
}

export interface Stop {
  /** Epochs that were run. */
  readonly epochs: number
  /** The epoch that improved last. */
  readonly best: number
  readonly stopped: number | null
}

export function stopOf(
  losses: readonly number[],
  { patience, minDelta }: { readonly patience: number; readonly minDelta: number },
  rule: Rule = RIGHT,
): Stop {
  let [best, bestEpoch, waited, previous] = [Infinity, 0, 0, Infinity]
  for (const [epoch, value] of losses.entries()) {
    if (rule.improves(value, best, previous, minDelta)) {
      best = value
      bestEpoch = epoch
      if (rule.startsOver) waited = 0
    } else {
      waited += 1
      if (waited >= rule.limit(patience)) {
        return { epochs: epoch + 1, best: bestEpoch, stopped: epoch }
      }
    }
    previous = value
  }
  return { epochs: losses.length, best: bestEpoch, stopped: null }
}
