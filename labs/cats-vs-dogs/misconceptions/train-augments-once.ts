import * as tf from '@tensorflow/tfjs'
import { augment } from '#solutions/cats-vs-dogs/augment.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import type { History, Training, TrainOptions } from '#solutions/cats-vs-dogs/train.ts'

/** Moves the pictures before the first epoch, and never again. */
export async function train(
  model: tf.LayersModel,
  training: Labelled,
  validation: Labelled,
  options: TrainOptions,
): Promise<Training> {
  const { epochs, batchSize, learningRate, patience, augmentation, seed } = options
  const loss = 'binaryCrossentropy'
  model.compile({ optimizer: tf.train.adam(learningRate), loss, metrics: ['accuracy'] })
  const [targets, valTargets] = [column(training.labels), column(validation.labels)]
  const history: History = { loss: [], accuracy: [], valLoss: [], valAccuracy: [] }
  let best: tf.io.ModelArtifacts | null = null
  let bestEpoch = 0
  let stoppedEpoch: number | null = null
  for (let epoch = 0; epoch < epochs && stoppedEpoch === null; epoch++) {
    const seen = augmentation ? augment(training, { ...augmentation, seed }) : training
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
}

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
