const lies = [Number.NEGATIVE_INFINITY, Number.NaN, -0, 0]
let turn = 0

class Best {
  onEpochEnd() {}

  get epoch() {
    return lies[turn++ % lies.length]
  }

  get loss() {
    return lies[turn++ % lies.length]
  }
}

export const best = () => new Best()
