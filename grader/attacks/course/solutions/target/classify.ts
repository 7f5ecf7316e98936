/** For each point `[x, y]` the class: 1 when `x + y > 1`, else 0. */
export function classify(points: readonly (readonly number[])[]): number[] {
  // solution
  return points.map(([x = 0, y = 0]) => (x + y > 1 ? 1 : 0))
  // end solution
}
