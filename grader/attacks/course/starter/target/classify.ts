/** For each point `[x, y]` the class: 1 when `x + y > 1`, else 0. */
export function classify(points: readonly (readonly number[])[]): number[] {
  throw new Error('TODO classify')
}
