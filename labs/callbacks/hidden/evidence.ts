import { diagnose } from '#kit'

/** What the submission keeps in a list, as numbers; what is no list of numbers agrees with nothing. */
export function numbers(list: unknown): number[] {
  if (!Array.isArray(list)) return [Number.NaN]
  return list.map((item: unknown) => (typeof item === 'number' ? item : Number.NaN))
}

/** Whether two lists are the same but for rounding; NaN is NaN. */
export function agree(got: readonly number[], want: readonly number[]): boolean {
  return got.length === want.length && got.every((x, i) => near(x, want[i] ?? Number.NaN))
}

function near(got: number, want: number): boolean {
  return Object.is(got, want) || Math.abs(got - want) <= 2e-4 * Math.abs(want) + 1e-9
}

/**
 * Names each misconception whose numbers are the submission's, all of them, when these are not the right
 * ones.
 */
export function recognise(
  got: readonly number[],
  right: readonly number[],
  wrong: Readonly<Record<string, readonly number[]>>,
): void {
  const isRight = agree(got, right)
  for (const [misconception, numbers] of Object.entries(wrong)) {
    diagnose(misconception, !isRight && agree(got, numbers))
  }
}
