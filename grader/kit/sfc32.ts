/** A source of numbers in [0, 1). */
export type Uniform = () => number

/**
 * sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, PractRand), 128 bits of state.
 * @param seed 32 hex digits.
 */
export function sfc32(seed: string): Uniform {
  const words = seed.match(/^[0-9a-f]{32}$/) ? (seed.match(/.{8}/g) ?? []) : []
  const [a, b, c, counter] = words.map((word) => Number.parseInt(word, 16) | 0)
  if (a === undefined || b === undefined || c === undefined || counter === undefined) {
    throw new TypeError(`A seed is 32 hex digits, not ${JSON.stringify(seed)}.`)
  }
  const state = { a, b, c, counter }
  const next = () => {
    const sum = (state.a + state.b + state.counter) | 0
    state.counter = (state.counter + 1) | 0
    state.a = state.b ^ (state.b >>> 9)
    state.b = (state.c + (state.c << 3)) | 0
    state.c = ((state.c << 21) | (state.c >>> 11)) + sum
    state.c |= 0
    return (sum >>> 0) / 2 ** 32
  }
  // The generator's author asks for some rounds before the first use.
  for (let i = 0; i < 15; i++) next()
  return next
}

/** A standard normal number by Box and Muller's transform. */
export function gaussian(uniform: Uniform): number {
  // 1 - u lies in (0, 1]: its logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}
