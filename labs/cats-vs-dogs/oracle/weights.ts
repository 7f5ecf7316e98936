import * as tf from '@tensorflow/tfjs'
import { numbers } from './plain.ts'

/** Weights of a model as plain lists, in its order. */
export function listed(shapes: readonly (readonly number[])[], frequency: number): number[][] {
  return shapes.map((shape, i) => {
    const size = shape.reduce((product, side) => product * side, 1)
    const inputs = shape.slice(0, -1).reduce((product, side) => product * side, 1)
    return numbers(size, frequency, i).map((value) => value / Math.sqrt(inputs))
  })
}

/** What the model says of one picture, [height, width, channels] as one list, once it has these weights. */
export function ask(
  model: tf.LayersModel,
  shapes: readonly (readonly number[])[],
  weights: readonly (readonly number[])[],
  pixels: readonly number[],
): number {
  model.setWeights(weights.map((values, i) => tf.tensor([...values], [...(shapes[i] ?? [])])))
  const [input] = model.inputs
  const shape = input?.shape.slice(1).map(Number) ?? []
  const output = model.predict(tf.tensor([...pixels], [1, ...shape]))
  const [answer = Number.NaN] = output instanceof tf.Tensor ? output.dataSync() : []
  model.dispose()
  return answer
}
