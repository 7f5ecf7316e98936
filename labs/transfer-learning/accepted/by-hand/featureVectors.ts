import * as tf from '@tensorflow/tfjs'

/** Layer by layer, and everything disposed by hand. */
export async function featureVectors(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  batchSize: number,
): Promise<tf.Tensor2D> {
  const last = backbone.layers.findIndex(({ name }) => name === layer)
  const sizes: number[] = []
  for (let left = images.shape[0]; left > 0; left -= batchSize) {
    sizes.push(Math.min(left, batchSize))
  }
  const batches = tf.split(images, sizes)
  const features: tf.Tensor2D[] = []
  for (const batch of batches) {
    let value: tf.Tensor = batch
    for (const each of backbone.layers.slice(0, last + 1)) {
      if (each.getClassName() === 'InputLayer') continue
      const next = each.apply(value) as tf.Tensor
      if (next !== value) value.dispose()
      value = next
    }
    features.push(value as tf.Tensor2D)
    await tf.nextFrame()
  }
  const all = tf.concat2d(features, 0)
  tf.dispose([features, batches])
  return all
}
