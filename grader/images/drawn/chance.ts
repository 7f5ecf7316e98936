import { createHash } from 'node:crypto'

const WORDS = 8

/**
 * Numbers from a seed of any text: SHA-256 of the seed and a counter, 32 bits of it for each number. Whoever
 * does not know the seed cannot look up what is drawn from it.
 */
export class Chance {
  readonly #seed: string
  #block = 0
  #words: number[] = []

  constructor(seed: string) {
    this.#seed = seed
  }

  /** In [0, 1). */
  uniform(): number {
    if (this.#words.length === 0) {
      const digest = createHash('sha256').update(`${this.#block}/${this.#seed}`).digest()
      this.#words = Array.from({ length: WORDS }, (_, index) => digest.readUInt32LE(4 * index))
      this.#block += 1
    }
    return (this.#words.pop() ?? 0) / 2 ** 32
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform()
  }

  /** From low to high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1))
  }

  happens(probability: number): boolean {
    return this.uniform() < probability
  }

  /** -1 or 1. */
  side(): number {
    return this.happens(0.5) ? 1 : -1
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.integer(0, items.length - 1)] ?? items[0]
  }

  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index))
  }
}
