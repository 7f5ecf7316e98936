class Best {
  onEpochEnd() {}

  get epoch(): number {
    for (;;);
  }

  get loss(): number {
    for (;;);
  }
}

export const best = () => new Best()
