import * as tf from '@tensorflow/tfjs'

/** Mean and population deviation in double precision. */
export function meanAndDeviation(tensor: tf.Tensor): [number, number] {
  const values = Array.from(tensor.dataSync())
  let mean = 0
  for (const value of values) mean += value / values.length
  let variance = 0
  for (const value of values) variance += (value - mean) ** 2 / values.length
  return [mean, Math.sqrt(variance)]
}

/** A value of the logs as a number, at once. */
export function numberOf(value: number | tf.Tensor | undefined): number {
  if (value === undefined) return Number.NaN
  return typeof value === 'number' ? value : (value.dataSync()[0] ?? Number.NaN)
}

/** Layers answer with one tensor or several; those of this lab with one. */
export function tensorOf(output: unknown): tf.Tensor {
  if (output instanceof tf.Tensor) return output
  throw new Error('not one tensor')
}
