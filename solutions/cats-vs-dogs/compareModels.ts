import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'

/** Sizes that the three networks share. */
export interface CandidateSizes {
  /** Filters of the convolution. */
  readonly filters: number
  /** Units of the hidden dense layer. */
  readonly units: number
}

export interface Candidates {
  /** flatten -> dense `units`, relu -> output */
  readonly dense: tf.LayersModel
  /** conv 3x3 `filters`, relu -> flatten -> dense `units`, relu -> output */
  readonly conv: tf.LayersModel
  /** conv 3x3 `filters`, relu -> max pooling 2x2 -> flatten -> dense `units`, relu -> output */
  readonly convPool: tf.LayersModel
}

/** A line of the table. */
export interface Row {
  readonly model: tf.LayersModel
  /** Numbers that the network learns. */
  readonly parameters: number
  /** Share of the test pictures that it gets right, 0 to 1. */
  readonly accuracy: number
}

export interface Comparison {
  readonly dense: Row
  readonly conv: Row
  readonly convPool: Row
}

/**
 * Three networks for the same pictures. Convolutions have stride 1, valid padding and a bias; the output is
 * one unit with a sigmoid, the probability of class 1. They need not be compiled.
 *
 * @param inputShape [height, width, channels] of a picture.
 */
export function candidates(
  inputShape: readonly [number, number, number],
  { filters, units }: CandidateSizes,
): Candidates {
  // solution: three lists of layers that end alike
  const shape = { inputShape: [...inputShape] }
  const conv = () => tf.layers.conv2d({ filters, kernelSize: 3, activation: 'relu', ...shape })
  const end = () => [
    tf.layers.dense({ units, activation: 'relu' }),
    tf.layers.dense({ units: 1, activation: 'sigmoid' }),
  ]
  const pool = tf.layers.maxPooling2d({ poolSize: 2 })
  return {
    dense: tf.sequential({ layers: [tf.layers.flatten(shape), ...end()] }),
    conv: tf.sequential({ layers: [conv(), tf.layers.flatten(), ...end()] }),
    convPool: tf.sequential({ layers: [conv(), pool, tf.layers.flatten(), ...end()] }),
  }
  // end solution
}

/**
 * Trains the three networks on the same pictures, one after another, with adam, and tests each on pictures
 * that it has not learnt from.
 *
 * @param training pictures to learn from. Neither changed nor disposed.
 * @param test pictures to count the right answers on. Neither changed nor disposed.
 * @param options sizes of the networks; epochs: how often to go through the training pictures; batchSize
 *   and learningRate.
 * @returns for each network the trained model, its number of parameters, and its accuracy on `test`: a
 *   probability above 0.5 says class 1.
 */
export async function compareModels(
  training: Labelled,
  test: Labelled,
  options: CandidateSizes & {
    readonly epochs: number
    readonly batchSize: number
    readonly learningRate: number
  },
): Promise<Comparison> {
  // solution: train and test each candidate
  const [, height, width, channels] = training.images.shape
  const { dense, conv, convPool } = candidates([height, width, channels], options)
  const row = async (model: tf.LayersModel): Promise<Row> => {
    const { epochs, batchSize, learningRate } = options
    model.compile({ optimizer: tf.train.adam(learningRate), loss: 'binaryCrossentropy' })
    const targets = tf.tensor2d([...training.labels], [training.labels.length, 1])
    await model.fit(training.images, targets, { epochs, batchSize, verbose: 0 })
    targets.dispose()
    return { model, parameters: model.countParams(), accuracy: await accuracyOf(model, test) }
  }
  return { dense: await row(dense), conv: await row(conv), convPool: await row(convPool) }
  // end solution
}

// solution
async function accuracyOf(model: tf.LayersModel, { images, labels }: Labelled): Promise<number> {
  const predicted = model.predict(images)
  if (Array.isArray(predicted)) throw new TypeError('one output is expected')
  const probabilities = await predicted.data()
  predicted.dispose()
  const right = labels.filter((label, i) => Number((probabilities[i] ?? 0) > 0.5) === label)
  return right.length / labels.length
}
// end solution
