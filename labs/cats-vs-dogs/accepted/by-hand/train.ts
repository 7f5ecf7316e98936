import * as tf from '@tensorflow/tfjs'
import { type Augmentation, augment } from './augment.ts'
import type { Labelled } from './labelled.ts'

interface Options {
  epochs: number
  batchSize: number
  learningRate: number
  patience: number
  augmentation?: Augmentation
  seed: number
}

/** Batches by hand, with trainOnBatch; weights of the best epoch are kept as copies. */
export async function train(
  model: tf.LayersModel,
  training: Labelled,
  validation: Labelled,
  { epochs, batchSize, learningRate, patience, augmentation, seed }: Options,
) {
  const optimizer = tf.train.adam(learningRate)
  model.compile({ optimizer, loss: 'binaryCrossentropy', metrics: ['acc'] })
  const history = {
    loss: [] as number[],
    accuracy: [] as number[],
    valLoss: [] as number[],
    valAccuracy: [] as number[],
  }
  const order = [...training.labels.keys()]
  const wanted = tf.tensor2d(validation.labels.map((label) => [label]))
  let best: { loss: number; epoch: number; weights: tf.Tensor[] } | null = null
  let stoppedEpoch: number | null = null
  for (let epoch = 0; epoch < epochs; epoch++) {
    const moved =
      augmentation && (await augment(training, { ...augmentation, seed: seed * 1000 + epoch }))
    const { images } = moved ?? training
    tf.util.shuffle(order)
    const sums = [0, 0]
    for (let start = 0; start < order.length; start += batchSize) {
      const rows = order.slice(start, start + batchSize)
      const [x, y] = tf.tidy(() => [
        images.gather(tf.tensor1d(rows, 'int32')),
        tf.tensor2d(rows.map((row) => [training.labels[row] ?? 0])),
      ])
      const found = await model.trainOnBatch(x, y)
      const [loss = 0, accuracy = 0] = Array.isArray(found) ? found : [found]
      sums[0] = (sums[0] ?? 0) + loss * rows.length
      sums[1] = (sums[1] ?? 0) + accuracy * rows.length
      tf.dispose([x, y])
    }
    moved?.images.dispose()
    history.loss.push((sums[0] ?? 0) / order.length)
    history.accuracy.push((sums[1] ?? 0) / order.length)
    const scores = model.evaluate(validation.images, wanted, { verbose: 0 })
    if (!Array.isArray(scores)) throw new TypeError('a loss and an accuracy')
    const [valLoss = Number.NaN, valAccuracy = Number.NaN] = scores.map((it) => it.dataSync()[0])
    tf.dispose(scores)
    history.valLoss.push(valLoss)
    history.valAccuracy.push(valAccuracy)
    if (best === null || valLoss < best.loss) {
      if (best !== null) tf.dispose(best.weights)
      best = { loss: valLoss, epoch, weights: model.getWeights().map((weight) => weight.clone()) }
    } else if (epoch - best.epoch === patience) {
      stoppedEpoch = epoch
      break
    }
  }
  wanted.dispose()
  optimizer.dispose()
  if (best === null) throw new RangeError('no epochs')
  model.setWeights(best.weights)
  const topology: unknown = model.toJSON(null, false)
  if (!isTopology(topology)) throw new TypeError('a topology is an object')
  const checkpoint = await tf.models.modelFromJSON(topology)
  checkpoint.setWeights(best.weights)
  tf.dispose(best.weights)
  return { model, checkpoint, history, bestEpoch: best.epoch, stoppedEpoch }
}

function isTopology(value: unknown): value is tf.io.ModelJSON {
  return typeof value === 'object' && value !== null
}
