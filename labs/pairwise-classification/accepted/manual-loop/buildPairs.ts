import * as tf from '@tensorflow/tfjs'

/** Random numbers by TensorFlow.js, all at once; other classes in turn after a random start. */
export function buildPairs(
  images: tf.Tensor2D,
  labels: number[],
  pairsPerClass: number,
  seed: number,
) {
  const classes = Array.from(new Set(labels)).sort((p, q) => p - q)
  const numbers = tf.tidy(() =>
    tf.randomUniform([classes.length, pairsPerClass, 6], 0, 1, 'float32', seed).arraySync(),
  ) as number[][][]
  const below = (u: number | undefined, count: number) =>
    Math.min(count - 1, Math.floor((u ?? 0) * count))
  const one: number[] = []
  const two: number[] = []
  const same: number[] = []
  classes.forEach((label, c) => {
    const rows = labels.flatMap((other, row) => (other === label ? [row] : []))
    for (const [i, u] of (numbers[c] ?? []).entries()) {
      // A step of 1 to n - 1 around the class never comes back to where it began.
      const start = below(u[0], rows.length)
      const step = 1 + below(u[1], rows.length - 1)
      one.push(rows[start] ?? 0)
      two.push(rows[(start + step) % rows.length] ?? 0)
      same.push(1)
      const turn = below(numbers[c]?.[0]?.[5], classes.length) + i
      const other = classes[(c + 1 + (turn % (classes.length - 1))) % classes.length]
      const others = labels.flatMap((each, row) => (each === other ? [row] : []))
      one.push(rows[below(u[3], rows.length)] ?? 0)
      two.push(others[below(u[4], others.length)] ?? 0)
      same.push(0)
    }
  })
  return {
    a: tf.gather(images, tf.tensor1d(one, 'int32')),
    b: tf.gather(images, tf.tensor1d(two, 'int32')),
    same,
  }
}
