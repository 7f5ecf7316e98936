import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/pictures/thumbnail.ts'
import pictures from './pictures.json' with { type: 'json' }

const { submission, reference } = bind<typeof lab>()

describe('thumbnail', () => {
  test('example', async () => {
    for (const text of Object.values(pictures)) {
      const bytes = new Uint8Array(Buffer.from(text, 'base64'))
      await expect(submission.thumbnail(bytes, 4)).toMatchTensor(reference.thumbnail(bytes, 4))
    }
  })
})
