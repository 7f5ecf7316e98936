/**
 * A stream of random numbers that depends on the seed alone (Mulberry32, public domain). Given to you
 * because `Math.random` and `tf.util.shuffle` take no seed.
 *
 *     const uniform = seededRandom(7)
 *     uniform()                           // in [0, 1)
 *     Math.floor(uniform() * list.length) // a place in a list
 *
 * @param seed a whole number from 0 on.
 * @returns a function that gives the next number at each call.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
