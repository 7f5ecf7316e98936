/** A pot of tickets that are drawn without putting back; once empty, it is filled again. */
export class Lottery<T> {
  readonly #tickets: readonly T[]
  readonly #random: () => number
  #left: T[] = []

  constructor(tickets: readonly T[], random: () => number) {
    this.#tickets = tickets
    this.#random = random
  }

  draw(): T {
    if (this.#left.length === 0) this.#left = [...this.#tickets]
    const place = Math.floor(this.#random() * this.#left.length)
    const [ticket] = this.#left.splice(place, 1)
    if (ticket === undefined) throw new Error('there are no tickets')
    return ticket
  }
}

/** Park and Miller's generator: x -> 48271 x mod 2^31 - 1. */
export function parkMiller(seed: number): () => number {
  let x = (seed % 2147483646) + 1
  const next = () => {
    x = (x * 48271) % 2147483647
    return (x - 1) / 2147483646
  }
  // Small seeds give small first numbers.
  for (let i = 0; i < 5; i++) next()
  return next
}
