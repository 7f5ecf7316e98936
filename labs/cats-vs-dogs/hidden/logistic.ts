import * as tf from '@tensorflow/tfjs'
import { random } from '#kit'
import type { Labelled } from '#starter/cats-vs-dogs/labelled.ts'
import type { TrainOptions } from '#starter/cats-vs-dogs/train.ts'

/** One unit that reads all pixels: a training that can be followed number by number. */
export interface Logistic {
  readonly kernel: number[]
  bias: number
}

/** Losses and accuracies of each epoch, and where the lowest validation loss stands. */
export interface Course {
  readonly loss: number[]
  readonly accuracy: number[]
  readonly valLoss: number[]
  readonly valAccuracy: number[]
  bestEpoch: number
  stoppedEpoch: number | null
}

/** The model that such a unit is, for pictures of a shape. */
export function logisticModel(
  shape: readonly [number, number, number],
  { kernel, bias }: Logistic,
): tf.LayersModel {
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [...shape] }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  })
  model.setWeights([tf.tensor2d(kernel, [kernel.length, 1]), tf.tensor1d([bias])])
  return model
}

/** Small numbers, so that the training begins unsure. */
export function anyLogistic(pixels: number, size = 0.3): Logistic {
  return { kernel: random.numbers(pixels, -size, size), bias: 0 }
}

export function anyPictures(
  count: number,
  shape: readonly [number, number, number],
  labels: readonly number[] = random.integers(count, 0, 1),
): Labelled {
  return { images: random.uniform([count, ...shape]), labels: [...labels] }
}

/**
 * The whole training in double precision, with the pictures in their order, all in one batch unless told otherwise:
 * then an epoch is one step of adam.
 * Kingma and Ba, 2015, algorithm 1, with epsilon 1e-7 beside the root.
 */
export function follow(
  start: Logistic,
  training: Labelled,
  validation: Labelled,
  options: Pick<TrainOptions, 'epochs' | 'learningRate' | 'patience'>,
  batchSize = training.labels.length,
): Course {
  const { epochs, learningRate, patience } = options
  const weights = [...start.kernel, start.bias]
  const [first, second] = [weights.map(() => 0), weights.map(() => 0)]
  const [seen, unseen] = [examples(training), examples(validation)]
  let steps = 0
  const course: Course = {
    ...{ loss: [], accuracy: [], valLoss: [], valAccuracy: [] },
    ...{ bestEpoch: 0, stoppedEpoch: null },
  }
  for (let epoch = 0; epoch < epochs && course.stoppedEpoch === null; epoch++) {
    const sums = { loss: 0, accuracy: 0 }
    for (let start = 0; start < seen.length; start += batchSize) {
      const batch = seen.slice(start, start + batchSize)
      const before = measured(weights, batch)
      sums.loss += (before.loss * batch.length) / seen.length
      sums.accuracy += (before.accuracy * batch.length) / seen.length
      steps += 1
      for (const i of weights.keys()) {
        const gradient =
          batch.reduce((sum, { inputs, label }) => {
            return sum + (probability(weights, inputs) - label) * (inputs[i] ?? 0)
          }, 0) / batch.length
        first[i] = 0.9 * (first[i] ?? 0) + 0.1 * gradient
        second[i] = 0.999 * (second[i] ?? 0) + 0.001 * gradient ** 2
      }
      for (const i of weights.keys()) {
        const mean = (first[i] ?? 0) / (1 - 0.9 ** steps)
        const size = Math.sqrt((second[i] ?? 0) / (1 - 0.999 ** steps))
        weights[i] = (weights[i] ?? 0) - (learningRate * mean) / (size + 1e-7)
      }
    }
    course.loss.push(sums.loss)
    course.accuracy.push(sums.accuracy)
    const after = measured(weights, unseen)
    if (course.valLoss.every((loss) => after.loss < loss)) course.bestEpoch = epoch
    if (epoch - course.bestEpoch >= patience) course.stoppedEpoch = epoch
    course.valLoss.push(after.loss)
    course.valAccuracy.push(after.accuracy)
  }
  return course
}

interface Example {
  /** Pixels, and 1 for the bias. */
  readonly inputs: readonly number[]
  readonly label: number
}

function examples({ images, labels }: Labelled): Example[] {
  const size = images.size / images.shape[0]
  const values = images.dataSync()
  return labels.map((label, i) => {
    return { inputs: [...values.subarray(i * size, (i + 1) * size), 1], label }
  })
}

function probability(weights: readonly number[], inputs: readonly number[]): number {
  const sum = inputs.reduce((total, input, i) => total + input * (weights[i] ?? 0), 0)
  return 1 / (1 + Math.exp(-sum))
}

function measured(weights: readonly number[], given: readonly Example[]) {
  let [loss, right] = [0, 0]
  for (const { inputs, label } of given) {
    const p = probability(weights, inputs)
    loss -= Math.log(label === 1 ? p : 1 - p) / given.length
    right += Number(Number(p > 0.5) === label)
  }
  return { loss, accuracy: right / given.length }
}
