import * as tf from '@tensorflow/tfjs'
import { buildModel } from '#solutions/cats-vs-dogs/buildModel.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import { train } from '#solutions/cats-vs-dogs/train.ts'
import type { Classifier } from '#solutions/cats-vs-dogs/trainClassifier.ts'

/** Learns from bytes, and is asked about numbers from 0 to 1. */
export async function trainClassifier(
  training: Labelled,
  validation: Labelled,
  { epochs, seed }: { epochs: number; seed: number },
): Promise<Classifier> {
  const [, height, width, channels] = training.images.shape
  const model = buildModel([height, width, channels], {
    ...{ filters: [8, 16, 32], units: 32, dropout: 0.3, batchNormalization: true },
  })
  const options = { epochs, batchSize: 32, learningRate: 0.004, patience: epochs, seed }
  const bytes = ({ images, labels }: Labelled) => ({
    images: tf.mul<tf.Tensor4D>(images, 255),
    labels,
  })
  const { history } = await train(model, bytes(training), bytes(validation), options)
  return { model, history }
}
