import * as tf from '@tensorflow/tfjs'
import { type Augmentation, augment } from './augment.ts'
import { BestEpoch } from './best-epoch.ts'
import type { Labelled } from './labelled.ts'

type Options = {
  epochs: number
  batchSize: number
  learningRate: number
  patience: number
  augmentation?: Augmentation
  seed: number
}

/** One `fit` with a callback; with augmentation, one for each epoch. */
export async function train(
  model: tf.LayersModel,
  training: Labelled,
  validation: Labelled,
  { epochs, batchSize, learningRate, patience, augmentation, seed }: Options,
) {
  model.compile({
    optimizer: tf.train.adam(learningRate),
    loss: 'binaryCrossentropy',
    metrics: ['accuracy'],
  })
  const callback = new BestEpoch(patience)
  const y = tf.tensor2d([...training.labels], [training.labels.length, 1])
  const valY = tf.tensor2d([...validation.labels], [validation.labels.length, 1])
  const learn = (images: tf.Tensor4D, count: number) =>
    model.fit(images, y, {
      ...{ epochs: count, batchSize, verbose: 0, callbacks: callback },
      validationData: [validation.images, valY],
    })
  if (augmentation === undefined) await learn(training.images, epochs)
  for (let epoch = 0; augmentation !== undefined && epoch < epochs; epoch++) {
    const { images } = augment(training, { ...augmentation, seed: seed + 7919 * epoch })
    await learn(images, 1)
    images.dispose()
    if (callback.stoppedEpoch !== null) break
  }
  tf.dispose([y, valY])
  if (callback.saved === null) throw new RangeError('no epochs')
  const checkpoint = await tf.loadLayersModel(tf.io.fromMemory(callback.saved))
  model.setWeights(checkpoint.getWeights())
  const { history, bestEpoch, stoppedEpoch } = callback
  return { model, checkpoint, history, bestEpoch, stoppedEpoch }
}
