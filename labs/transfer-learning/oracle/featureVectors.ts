import fc from 'fast-check'
import type { Oracle } from '#kit'
import { featureVectors } from '#solutions/transfer-learning/featureVectors.ts'
import { type Example, example, featuresByHand, imagesOf, pretrained } from './network.ts'

type Data = readonly [Example, number]

/** The features in double precision, image by image: batches play no part in them. */
export const oracle: Oracle<Data> = {
  arbitrary: fc.tuple(example, fc.integer({ min: 1, max: 8 })),
  solution: async ([data, batchSize]) => {
    const network = pretrained(data)
    const features = await featureVectors(network, 'means', imagesOf(data), batchSize)
    const numbers = features.arraySync()
    network.dispose()
    return numbers
  },
  expected: ([data]) => featuresByHand(data),
  tolerance: {
    maxError: 1e-6,
    reason: 'float32 against float64, of numbers up to 2: 2e-7 measured',
  },
}
