/** Halvings after which an interval of doubles has become a point. */
const HALVINGS = 200

/**
 * Where an increasing function crosses zero between two places, by bisection. One end is the answer when
 * the function does not change sign.
 */
export function root(increasing: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high]
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (below + above) / 2
    if (middle === below || middle === above) break
    if (increasing(middle) < 0) below = middle
    else above = middle
  }
  return (below + above) / 2
}
