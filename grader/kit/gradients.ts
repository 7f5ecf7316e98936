import * as tf from '@tensorflow/tfjs'

/**
 * The gradient of a scalar function by central differences, (f(x + h) - f(x - h)) / 2h for each element.
 * float32 leaves about three right digits at the default step.
 * @param f takes a tensor shaped like `x` and gives a number or a scalar tensor.
 * @param x float32 tensor of any shape; every element costs two calls of `f`.
 * @param options.step h, in the units of `x`.
 * @returns float32 tensor shaped like `x`.
 */
export async function numericalGradient<R extends tf.Rank>(
  f: (x: tf.Tensor<R>) => Promise<number | tf.Tensor> | number | tf.Tensor,
  x: tf.Tensor<R>,
  { step = 1e-2 } = {},
): Promise<tf.Tensor<R>> {
  if (!(step > 0)) throw new RangeError(`The step must be positive, not ${step}.`)
  const values = Float32Array.from(await x.data())
  const at = async (index: number, shift: number) => {
    const moved = values.slice()
    moved[index] = (moved[index] ?? 0) + shift
    // What float32 made of the shift is the shift that counts.
    const actual = (moved[index] ?? 0) - (values[index] ?? 0)
    return { actual, value: await scalar(await f(tf.tensor<R>(moved, x.shape))) }
  }
  const gradient = new Float32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const above = await at(index, step)
    const below = await at(index, -step)
    gradient[index] = (above.value - below.value) / (above.actual - below.actual)
  }
  return tf.tensor<R>(gradient, x.shape)
}

async function scalar(value: number | tf.Tensor): Promise<number> {
  if (typeof value === 'number') return value
  if (value.size !== 1) {
    throw new TypeError(
      `The function must give one number, not a tensor [${value.shape.join(', ')}].`,
    )
  }
  return (await value.data())[0] ?? Number.NaN
}
