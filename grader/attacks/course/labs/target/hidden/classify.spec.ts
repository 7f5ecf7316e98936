import { describe, test } from 'vitest'
import { bind, measure } from '#kit'
import type * as lab from '#starter/target/classify.ts'
import heldOut from './held-out.json' with { type: 'json' }

const { submission } = bind<typeof lab>()

describe('classify', () => {
  test('held-out', async () => {
    const predictions = await submission.classify(heldOut.points)
    const hits = heldOut.labels.filter((label, i) => predictions[i] === label).length
    measure('accuracy', hits / heldOut.labels.length)
  })
})
