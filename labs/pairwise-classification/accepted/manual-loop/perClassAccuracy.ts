import * as tf from '@tensorflow/tfjs'

/** Masks of zeros and ones, divided in float32. */
export function perClassAccuracy(
  pairs: { a: number; b: number; actual: number; predicted: number }[],
): Record<number, number> {
  const result: Record<number, number> = {}
  if (pairs.length === 0) return result
  const column = (name: 'a' | 'b' | 'actual' | 'predicted') =>
    tf.tensor1d(pairs.map((pair) => pair[name]))
  tf.tidy(() => {
    const [a, b] = [column('a'), column('b')]
    const right = column('actual').equal(column('predicted')).toFloat()
    for (const label of [...a.dataSync(), ...b.dataSync()]) {
      const takesPart = a.equal(label).logicalOr(b.equal(label)).toFloat()
      result[label] = right.mul(takesPart).sum().div(takesPart.sum()).dataSync()[0] ?? 0
    }
  })
  return result
}
