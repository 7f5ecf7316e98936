/** Remembers the epoch with the smallest loss; the first of several. */
export class Best {
  epoch = -1
  loss = Number.POSITIVE_INFINITY

  onEpochEnd(epoch: number, logs: { loss: number }): void {
    throw new Error('TODO Best.onEpochEnd')
  }
}

/** A new memory that has seen no epoch. */
export function best(): Best {
  throw new Error('TODO best')
}
