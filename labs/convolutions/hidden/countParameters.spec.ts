import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, twice } from '#kit'
import type * as lab from '#starter/convolutions/countParameters.ts'
import { type Network, randomNetwork } from './networks.ts'

const { submission, reference } = bind<typeof lab>()

/** Networks in a check: enough that every size meets a stride which does not divide it. */
const NETWORKS = 12

describe('countParameters', () => {
  test('shapes', async () => {
    for (const { inputShape, layers } of networks()) {
      const { shapes } = await submission.countParameters(inputShape, layers)
      const want = await reference.countParameters(inputShape, layers)
      await expect(shapes).toMatchValue(want.shapes)
    }
  })

  test('parameters', async () => {
    for (const { inputShape, layers } of networks()) {
      const { parameters, total } = await submission.countParameters(inputShape, layers)
      const want = await reference.countParameters(inputShape, layers)
      diagnose(
        'count-parameters-pooling-learns',
        onlyPoolingDiffers(layers, parameters, want.parameters),
      )
      await expect({ parameters, total }).toMatchValue({
        parameters: want.parameters,
        total: want.total,
      })
    }
  })

  test('leaves-inputs', async () => {
    const { inputShape, layers } = randomNetwork('flatten')
    const [heldShape, heldLayers] = [await hold(inputShape), await hold(layers)]
    const [first, second] = await twice(
      'count-parameters-mutates-input',
      () => submission.countParameters(heldShape, heldLayers),
      () => submission.countParameters(inputShape, layers),
    )
    await expect(first).toMatchValue(reference.countParameters(inputShape, layers))
    await expect(second).toMatchValue(reference.countParameters(inputShape, layers))
  })
})

function networks(): Network[] {
  return Array.from({ length: NETWORKS }, (_, i) =>
    randomNetwork(i % 3 === 2 ? 'globalAveragePool' : 'flatten'),
  )
}

/** All counts are right but those of pooling layers, which are positive, whatever the formula. */
function onlyPoolingDiffers(layers: lab.Layer[], got: number[], want: number[]): boolean {
  if (!Array.isArray(got) || got.length !== want.length) return false
  const pooling = (i: number) => layers[i]?.type === 'pool'
  return (
    got.some((count, i) => pooling(i) && count > 0) &&
    got.every((count, i) => pooling(i) || count === want[i])
  )
}
