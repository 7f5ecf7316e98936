export const classify = (points: unknown[]) => points.map(() => 1)
