import { describe, expect, test } from 'vitest'
import { bind, countParameters, load } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/buildModel.ts'

const { submission } = bind<typeof lab>()

describe('buildModel', () => {
  test('parameters', async () => {
    // The network of the course, for pictures of 150 x 150. It is built and counted, not trained.
    const sizes = { filters: [32, 64, 128, 128], units: 512, dropout: 0.5 }
    const plain = await submission.buildModel([150, 150, 3], {
      ...sizes,
      batchNormalization: false,
    })
    // 896 + 18,496 + 73,856 + 147,584, then (7 * 7 * 128 + 1) * 512 and 513
    await expect(countParameters(plain)).toMatchValue(3_453_121)
    // Four numbers more for each filter: scale, centre, mean and variance.
    const small = await load(
      await submission.buildModel([24, 24, 3], {
        ...{ filters: [8, 16, 32], units: 32, dropout: 0.3, batchNormalization: true },
      }),
    )
    await expect(small.countParams()).toMatchValue(7_345)
    const weights = small.getWeights().flatMap((weight) => Array.from(weight.dataSync()))
    expect(weights.every(Number.isFinite), 'every weight is a finite number').toBe(true)
    const [first] = small.getWeights()
    const different = new Set(first?.dataSync()).size
    expect(different, 'different weights of the first kernel').toBeGreaterThan(1)
  })
})
