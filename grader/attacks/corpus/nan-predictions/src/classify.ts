export const classify = (points: unknown[]) => points.map(() => Number.NaN)
