import { buildModel } from '#solutions/cats-vs-dogs/buildModel.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import { train } from '#solutions/cats-vs-dogs/train.ts'
import type { Classifier } from '#solutions/cats-vs-dogs/trainClassifier.ts'

/** Steps so small that nothing is learnt. */
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
  const small = { ...options, learningRate: 1e-6 }
  const { history } = await train(model, training, validation, small)
  return { model, history }
}
