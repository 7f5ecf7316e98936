export function classify(points: readonly (readonly number[])[]): number[] {
  return points.map((point) => Number((point[0] ?? 0) + (point[1] ?? 0) > 1))
}
