import * as tf from '@tensorflow/tfjs'
import type { SparseAutoencoder } from '#starter/sparse-autoencoders/buildSparseAutoencoder.ts'
import type {
  TrainedAutoencoder,
  TrainingOptions,
} from '#starter/sparse-autoencoders/trainSparseAutoencoder.ts'

/** What a misconception changes; all else is as it should be. */
export interface Mistake {
  readonly names?: readonly [input: string, encoder: string, decoder: string]
  readonly encoder?: 'linear'
  readonly decoder?: 'relu' | 'linear'
  readonly useBias?: false
  readonly penalty?: 'none' | 'sum-of-units'
  /** The loss of an epoch is the mean of its batches, each before its step. */
  readonly report?: 'before-step'
  readonly updates?: false
}

/** `buildSparseAutoencoder` with a mistake, for the misconceptions. */
export function wrongAutoencoder(
  pixels: number,
  units: number,
  beta: number,
  mistake: Mistake,
): SparseAutoencoder {
  const [inputName, encoderName, decoderName] = mistake.names ?? ['input', 'encoder', 'decoder']
  const useBias = mistake.useBias ?? true
  const encoder = tf.layers.dense({
    units,
    useBias,
    activation: mistake.encoder ?? 'relu',
    name: encoderName,
  })
  const decoder = tf.layers.dense({
    units: pixels,
    useBias,
    activation: mistake.decoder ?? 'sigmoid',
    name: decoderName,
  })
  const model = tf.sequential()
  model.add(tf.layers.inputLayer({ inputShape: [pixels], name: inputName }))
  model.add(encoder)
  model.add(decoder)
  const loss = (images: tf.Tensor2D) =>
    tf.tidy(() => {
      const code = only(encoder.apply(images))
      const error = images
        .sub(only(decoder.apply(code)))
        .square()
        .mean<tf.Scalar>()
      if (mistake.penalty === 'none') return error
      const penalty = mistake.penalty === 'sum-of-units' ? code.sum(1).mean() : code.mean()
      return error.add<tf.Scalar>(penalty.mul(beta))
    })
  return { model, loss }
}

/** `trainSparseAutoencoder` with a mistake. */
export async function wrongTraining(
  images: tf.Tensor2D,
  { codeSize, beta, epochs, batchSize, learningRate }: TrainingOptions,
  mistake: Mistake,
): Promise<TrainedAutoencoder> {
  const [count, pixels] = images.shape
  const { model, loss } = wrongAutoencoder(pixels, codeSize, beta, mistake)
  const optimizer = tf.train.adam(learningRate)
  const history: number[] = []
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = Array.from(tf.util.createShuffledIndices(count))
    let sum = 0
    for (let start = 0; start < count; start += batchSize) {
      const indices = order.slice(start, start + batchSize)
      tf.tidy(() => {
        const batch = images.gather(indices)
        sum += indices.length * (loss(batch).dataSync()[0] ?? Number.NaN)
        if (mistake.updates ?? true) optimizer.minimize(() => loss(batch))
      })
    }
    const after = tf.tidy(() => loss(images).dataSync()[0] ?? Number.NaN)
    history.push(mistake.report === 'before-step' ? sum / count : after)
  }
  optimizer.dispose()
  return { model, history: { loss: history } }
}

function only(applied: ReturnType<tf.layers.Layer['apply']>): tf.Tensor {
  if (applied instanceof tf.Tensor) return applied
  throw new TypeError('a layer called on a tensor gives one')
}
