/** Remembers the epoch with the smallest loss; the first of several. */
export class Best {
  epoch = -1
  loss = Number.POSITIVE_INFINITY

  onEpochEnd(epoch: number, logs: { loss: number }): void {
    // solution
    if (logs.loss >= this.loss) return
    this.epoch = epoch
    this.loss = logs.loss
    // end solution
  }
}

/** A new memory that has seen no epoch. */
export function best(): Best {
  // solution
  return new Best()
  // end solution
}
