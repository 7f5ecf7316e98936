import * as tf from '@tensorflow/tfjs'

/** The one number of a scalar. */
export async function numberOf(scalar: tf.Tensor): Promise<number> {
  const [number = Number.NaN] = await scalar.data()
  return number
}

export async function numberIn(
  logs: Record<string, number | tf.Scalar>,
  name: string,
): Promise<number> {
  const value = logs[name] ?? Number.NaN
  return typeof value === 'number' ? value : numberOf(value)
}

/** The only item of what may be a list. */
export function only(output: tf.Tensor | tf.Tensor[] | tf.SymbolicTensor | tf.SymbolicTensor[]) {
  const [item] = Array.isArray(output) ? output : [output]
  if (!(item instanceof tf.Tensor)) throw new Error('nothing was computed')
  return item
}
