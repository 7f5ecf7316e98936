import * as tf from '@tensorflow/tfjs'

/** 1,000 x 1,000 numbers for each example, 44 times, all of them wanted by one sum. */
export function fit(): tf.LayersModel {
  const input = tf.input({ shape: [2] })
  const row = symbol(tf.layers.dense({ units: 1000 }).apply(input))
  const column = symbol(tf.layers.reshape({ targetShape: [1000, 1] }).apply(row))
  const square = symbol(tf.layers.dense({ units: 1000 }).apply(column))
  const branches = Array.from({ length: 44 }, () => symbol(tf.layers.reLU().apply(square)))
  const sum = symbol(tf.layers.add().apply(branches))
  const image = symbol(tf.layers.reshape({ targetShape: [1000, 1000, 1] }).apply(sum))
  const mean = symbol(tf.layers.globalAveragePooling2d({ dataFormat: 'channelsLast' }).apply(image))
  const output = symbol(tf.layers.dense({ units: 1, activation: 'sigmoid' }).apply(mean))
  return tf.model({ inputs: input, outputs: output })
}

function symbol(output: unknown): tf.SymbolicTensor {
  if (!(output instanceof tf.SymbolicTensor)) throw new TypeError('no symbol')
  return output
}
