import { buildModel } from './buildModel.ts'
import type { Labelled } from './labelled.ts'
import { train } from './train.ts'

/** The network of the lab, somewhat wider, with smaller batches. */
export async function trainClassifier(
  training: Labelled,
  validation: Labelled,
  { epochs, seed }: { epochs: number; seed: number },
) {
  const [, height, width, channels] = training.images.shape
  const model = buildModel([height, width, channels], {
    ...{ filters: [10, 20, 32], units: 24, dropout: 0.2, batchNormalization: true },
  })
  const { history, checkpoint } = await train(model, training, validation, {
    ...{ epochs, batchSize: 24, learningRate: 0.003, patience: epochs, seed },
    augmentation: { flip: true, shift: 0.04 },
  })
  return { model: checkpoint, history }
}
