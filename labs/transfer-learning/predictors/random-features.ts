import * as tf from '@tensorflow/tfjs'
import {
  fineTune as right,
  type Tuned,
  type Tuning,
} from '#solutions/transfer-learning/fineTune.ts'

/** A head on features that nobody has learnt: the backbone frozen with fresh weights. */
export async function fineTune(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  labels: number[],
  tuning: Tuning,
): Promise<Tuned> {
  const fresh = backbone.getWeights().map(({ shape }) => {
    const inputs = tf.util.sizeFromShape(shape.slice(0, -1))
    return shape.length === 1 ? tf.zeros(shape) : tf.randomNormal(shape, 0, Math.sqrt(2 / inputs))
  })
  backbone.setWeights(fresh)
  return right(backbone, layer, images, labels, tuning)
}
