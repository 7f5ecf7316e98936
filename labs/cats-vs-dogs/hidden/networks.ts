import * as tf from '@tensorflow/tfjs'
import { expect } from 'vitest'
import { load, random } from '#kit'

export type RemoteModel = Parameters<typeof load>[0]

/**
 * The judge's copy of a model with one input of a shape and one probability, whose kernels start from different
 * finite numbers: equal ones would stay equal whatever the training.
 */
export async function inspect(
  model: RemoteModel,
  shape: readonly [number, number, number],
): Promise<tf.LayersModel> {
  const copy = await load(model)
  await expect({
    input: copy.inputs.map((input) => input.shape.slice(1)),
    output: copy.outputs.map((output) => output.shape.slice(1)),
  }).toMatchValue({ input: [[...shape]], output: [[1]] })
  const kernels = copy.getWeights().filter(({ rank, size }) => rank > 1 && size > 1)
  const varied = kernels.filter((kernel) => {
    const values = kernel.dataSync()
    return values.every(Number.isFinite) && new Set(values).size > 1
  })
  await expect(varied.length / kernels.length).toMatchValue(1)
  return copy
}

/** Input [m, height, width, channels] to output [m, 1]. */
export function predict(model: tf.LayersModel, images: tf.Tensor4D): tf.Tensor2D {
  const output = model.predict(images)
  if (!(output instanceof tf.Tensor)) throw new TypeError('a model with one output gives one')
  return output.as2D(images.shape[0], -1)
}

/**
 * Gives every weight a new random number, biases and running averages too: what then holds of the model holds
 * because of how it is built.
 */
export function reweigh(model: tf.LayersModel): void {
  const weights = model.weights.map(({ name, shape }) => {
    const sizes = shape.map(Number)
    // A variance is above 0, and so is a scale: a negative one would turn maxima into minima.
    if (/variance|gamma/.test(name)) return random.uniform(sizes, 0.5, 1.5)
    const inputs = sizes.slice(0, -1).reduce((product, size) => product * size, 1)
    return random.normal(sizes, { std: sizes.length > 1 ? 1 / Math.sqrt(inputs) : 0.3 })
  })
  tf.tidy(() => {
    for (const [i, weight] of model.weights.entries()) weight.write(weights[i] ?? tf.scalar(0))
  })
}

/** The layers that compute, in order; activations apart, which may be layers of their own or not. */
export function computing(model: tf.LayersModel): tf.layers.Layer[] {
  const silent = ['InputLayer', 'Activation', 'ReLU']
  return model.layers.filter((layer) => !silent.includes(layer.getClassName()))
}

export function classesOf(model: tf.LayersModel): string[] {
  return computing(model).map((layer) => layer.getClassName())
}

/** A convolution by hand, before its activation. */
export function convolved(layer: tf.layers.Layer | undefined, images: tf.Tensor4D): tf.Tensor4D {
  const [kernel, bias] = weightsOf(layer)
  if (!isRank4(kernel)) throw new TypeError('a convolution has a kernel of rank 4')
  return tf.conv2d(images, kernel, 1, 'valid').add<tf.Tensor4D>(bias)
}

/** A dense layer by hand, before its activation. */
export function sums(layer: tf.layers.Layer | undefined, numbers: tf.Tensor2D): tf.Tensor2D {
  const [kernel, bias] = weightsOf(layer)
  return numbers.matMul(kernel.as2D(numbers.shape[1], -1)).add(bias)
}

export function flat(images: tf.Tensor4D): tf.Tensor2D {
  return images.as2D(images.shape[0], images.size / images.shape[0])
}

export function weightsOf(layer: tf.layers.Layer | undefined): [tf.Tensor, tf.Tensor] {
  const [first, second] = layer?.getWeights() ?? []
  if (first === undefined || second === undefined) throw new TypeError('a kernel and a bias')
  return [first, second]
}

/** Largest difference of any element; infinite for shapes that differ. */
export function distance(one: tf.Tensor, other: tf.Tensor): number {
  if (String(one.shape) !== String(other.shape)) return Number.POSITIVE_INFINITY
  return one.sub(other).abs().max().dataSync()[0] ?? Number.NaN
}

/** Share of right answers: above 0.5 says 1. */
export function shareRight(probabilities: tf.Tensor2D, labels: readonly number[]): number {
  const values = probabilities.dataSync()
  const right = labels.filter((label, i) => Number((values[i] ?? 0) > 0.5) === label)
  return right.length / labels.length
}

/** Mean binary cross-entropy, with probabilities kept off 0 and 1 as TensorFlow.js keeps them. */
export function crossEntropy(probabilities: tf.Tensor2D, labels: readonly number[]): number {
  const kept = (p: number) => Math.min(1 - 1e-7, Math.max(1e-7, p))
  const values = Array.from(probabilities.dataSync(), kept)
  const losses = values.map((p, i) => -Math.log(labels[i] === 1 ? p : 1 - p))
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}

function isRank4(tensor: tf.Tensor): tensor is tf.Tensor4D {
  return tensor.rank === 4
}

/** As many pictures as `predict` takes at once: what a model may need in memory is bounded for so many. */
const BATCH = 32

/** What the model answers in training mode: batches are normalised by themselves, and dropout drops. */
export function applied(model: tf.LayersModel, images: tf.Tensor4D): tf.Tensor2D {
  const [count] = images.shape
  const outputs: tf.Tensor2D[] = []
  for (let first = 0; first < count; first += BATCH) {
    const batch = images.slice<tf.Tensor4D>(
      [first, 0, 0, 0],
      [Math.min(BATCH, count - first), -1, -1, -1],
    )
    const output = model.apply(batch, { training: true })
    if (!(output instanceof tf.Tensor)) throw new TypeError('a model with one output gives one')
    outputs.push(output.as2D(batch.shape[0], -1))
  }
  return tf.concat2d(outputs, 0)
}
