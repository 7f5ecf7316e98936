import * as tf from '@tensorflow/tfjs'
import { expect } from 'vitest'
import { load, random } from '#kit'

export type RemoteModel = Parameters<typeof load>[0]

/**
 * The judge's copy of a model with two inputs of `inputDim` numbers and one output of one number, whose
 * kernels start from different finite numbers: equal ones would stay equal whatever the training.
 */
export async function inspect(model: RemoteModel, inputDim: number): Promise<tf.LayersModel> {
  const copy = await load(model)
  const sizes = (tensors: tf.SymbolicTensor[]) => tensors.map(({ shape }) => String(shape.slice(1)))
  await expect({ inputs: sizes(copy.inputs), outputs: sizes(copy.outputs) }).toMatchValue({
    inputs: [`${inputDim}`, `${inputDim}`],
    outputs: ['1'],
  })
  const kernels = copy.getWeights().filter(({ shape, size }) => shape.length > 1 && size > 1)
  const varied = kernels.filter((kernel) => {
    const values = kernel.dataSync()
    return values.every(Number.isFinite) && values.some((value) => value !== values[0])
  })
  await expect(varied.length / kernels.length).toMatchValue(1)
  return copy
}

/** Parameters of the layers of these names; null for a name that no layer has. */
export function parametersOf(
  model: tf.LayersModel,
  names: readonly string[],
): Record<string, number | null> {
  const find = (name: string) => model.layers.find((layer) => layer.name === name)
  return Object.fromEntries(names.map((name) => [name, find(name)?.countParams() ?? null]))
}

/**
 * Gives every weight a new random number, biases too: what then holds of the model holds because of how
 * it is built, not because two layers happened to start alike.
 */
export function reweigh(model: tf.LayersModel): void {
  model.setWeights(model.getWeights().map(({ shape }) => random.normal(shape, { std: 0.3 })))
}

/** The output [m, 1] for two lists of images [m, inputDim]. */
export function predict(model: tf.LayersModel, a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  const output = model.predict([a, b])
  if (!(output instanceof tf.Tensor)) throw new TypeError('A model with one output gives one.')
  return output.as2D(a.shape[0], 1)
}

/** A dense layer by hand, before its activation; the weights are those of the layer of this name. */
export function sums(model: tf.LayersModel, name: string, input: tf.Tensor2D): tf.Tensor2D {
  const [kernel, bias] = model.getLayer(name).getWeights()
  if (kernel === undefined || bias === undefined) throw new TypeError(`${name} has no bias`)
  return input.matMul(kernel.as2D(input.shape[1], -1)).add(bias)
}

/** Largest difference of any element; NaN where one of them is. */
export function distance(one: tf.Tensor, other: tf.Tensor): number {
  return one.sub(other).abs().max().dataSync()[0] ?? Number.NaN
}
