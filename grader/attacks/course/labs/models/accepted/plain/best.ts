class Best {
  readonly seen: { epoch: number; loss: number }[] = []

  onEpochEnd(epoch: number, { loss }: { loss: number }): void {
    this.seen.push({ epoch, loss })
  }

  get loss(): number {
    return Math.min(...this.seen.map(({ loss }) => loss))
  }

  get epoch(): number {
    return this.seen.find(({ loss }) => loss === this.loss)?.epoch ?? -1
  }
}

export const best = () => new Best()
