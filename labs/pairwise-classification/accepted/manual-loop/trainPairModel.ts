import * as tf from '@tensorflow/tfjs'
import { buildPairModel } from './buildPairModel.js'

const BATCH = 32

/** The network of two branches, batch by batch with an explicit loss. */
export async function trainPairModel(
  pairs: { a: tf.Tensor2D; b: tf.Tensor2D; same: number[] },
  options: { epochs: number },
) {
  const model = buildPairModel(pairs.a.shape[1])
  const optimizer = tf.train.adam(0.001)
  const count = pairs.same.length
  const loss: number[] = []
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = Array.from({ length: count }, (_, i) => i)
    tf.util.shuffle(order)
    let sum = 0
    for (let start = 0; start < count; start += BATCH) {
      const chosen = order.slice(start, start + BATCH)
      sum += tf.tidy(() => {
        const rows = tf.tensor1d(chosen, 'int32')
        const target = tf.tensor2d(chosen.map((row) => [pairs.same[row] ?? 0]))
        const [a, b] = [pairs.a.gather(rows), pairs.b.gather(rows)]
        const cost = optimizer.minimize(() => {
          const said = model.apply([a, b], { training: true }) as tf.Tensor
          return tf.metrics.binaryCrossentropy(target, said).mean() as tf.Scalar
        }, true)
        return (cost?.dataSync()[0] ?? Number.NaN) * chosen.length
      })
      await tf.nextFrame()
    }
    loss.push(sum / count)
  }
  return { model, history: { loss } }
}
