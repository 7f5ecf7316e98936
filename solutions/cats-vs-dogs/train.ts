import * as tf from '@tensorflow/tfjs'
import { type Augmentation, augment } from './augment.ts'
import type { Labelled } from './labelled.ts'

export interface TrainOptions {
  /** Most epochs; early stopping may end sooner. */
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  /** Epochs in a row without a lower validation loss after which training stops. */
  readonly patience: number
  /** How the training pictures are moved, anew in every epoch; absent: not at all. */
  readonly augmentation?: Augmentation
  /** A whole number from 1 on, for the augmentation. */
  readonly seed: number
}

/** A number for each epoch that was run. */
export interface History {
  /** Mean loss of the epoch's batches, as `fit` reports it. */
  loss: number[]
  accuracy: number[]
  /** On the validation pictures, after the epoch. */
  valLoss: number[]
  valAccuracy: number[]
}

export interface Training {
  /** The model that was given, with the weights it had at the end of `bestEpoch`. */
  model: tf.LayersModel
  /** Another model with the same weights, saved at the end of `bestEpoch`; it has a life of its own. */
  checkpoint: tf.LayersModel
  history: History
  /** The epoch with the lowest validation loss, from 0; of equal ones the first. */
  bestEpoch: number
  /** The epoch at whose end training was stopped; null when all epochs were run. */
  stoppedEpoch: number | null
}

/**
 * Trains a model with adam and binary cross-entropy, and keeps the best of its epochs.
 *
 * - Every epoch goes through all training pictures once, in a new order, each with its own label. With
 *   `augmentation` they are moved anew in every epoch.
 * - After every epoch the loss on the validation pictures is taken, as they are: they are neither moved nor
 *   learnt from.
 * - An epoch improves when its validation loss is lower than all before; equal is not lower. After
 *   `patience` epochs in a row that did not improve, training stops.
 *
 * @param model input [m, height, width, channels], output [m, 1]. Not yet compiled: that is done here.
 * @param training pictures to learn from. Neither changed nor disposed.
 * @param validation pictures to watch. Neither changed nor disposed.
 */
export async function train(
  model: tf.LayersModel,
  training: Labelled,
  validation: Labelled,
  options: TrainOptions,
): Promise<Training> {
  // solution: one fit of one epoch at a time; keep the weights of the best
  const { epochs, batchSize, learningRate, patience, augmentation, seed } = options
  const loss = 'binaryCrossentropy'
  model.compile({ optimizer: tf.train.adam(learningRate), loss, metrics: ['accuracy'] })
  const [targets, valTargets] = [column(training.labels), column(validation.labels)]
  const history: History = { loss: [], accuracy: [], valLoss: [], valAccuracy: [] }
  let best: tf.io.ModelArtifacts | null = null
  let bestEpoch = 0
  let stoppedEpoch: number | null = null
  for (let epoch = 0; epoch < epochs && stoppedEpoch === null; epoch++) {
    const seen = augmentation
      ? augment(training, { ...augmentation, seed: seed + epoch })
      : training
    const { history: logs } = await model.fit(seen.images, targets, {
      ...{ epochs: 1, batchSize, verbose: 0 },
      validationData: [validation.images, valTargets],
    })
    if (seen !== training) seen.images.dispose()
    const valLoss = Number(logs['val_loss']?.[0])
    if (best === null || valLoss < Math.min(...history.valLoss)) {
      best = await saved(model)
      bestEpoch = epoch
    }
    if (epoch - bestEpoch >= patience) stoppedEpoch = epoch
    history.loss.push(Number(logs['loss']?.[0]))
    history.accuracy.push(Number(logs['acc']?.[0]))
    history.valLoss.push(valLoss)
    history.valAccuracy.push(Number(logs['val_acc']?.[0]))
  }
  tf.dispose([targets, valTargets])
  if (best === null) throw new RangeError('there must be at least one epoch')
  const checkpoint = await tf.loadLayersModel(tf.io.fromMemory(best))
  model.setWeights(checkpoint.getWeights())
  return { model, checkpoint, history, bestEpoch, stoppedEpoch }
  // end solution
}

// solution
function column(labels: readonly number[]): tf.Tensor2D {
  return tf.tensor2d([...labels], [labels.length, 1])
}

/** Topology and weights as they are now. */
async function saved(model: tf.LayersModel): Promise<tf.io.ModelArtifacts> {
  return new Promise((resolve, reject) => {
    const keep = tf.io.withSaveHandler(async (artifacts) => {
      resolve(artifacts)
      return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) }
    })
    model.save(keep).catch(reject)
  })
}
// end solution
