import { buildModel } from '#solutions/cats-vs-dogs/buildModel.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import { train } from '#solutions/cats-vs-dogs/train.ts'
import type { Classifier } from '#solutions/cats-vs-dogs/trainClassifier.ts'

/** Dogs are 0 and cats are 1. */
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
  const other = ({ images, labels }: Labelled) => ({ images, labels: labels.map((it) => 1 - it) })
  const { history } = await train(model, other(training), other(validation), options)
  return { model, history }
}
