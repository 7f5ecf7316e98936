import { describe, expect, test } from 'vitest'
import { bind } from '#kit'
import type * as lab from '#starter/pictures/brightness.ts'
import texts from './pictures.json' with { type: 'json' }

const { submission, reference } = bind<typeof lab>()

describe('brightness', () => {
  test('several-formats', async () => {
    const pictures = Object.entries(texts).map(([name, text]) => {
      return { name, bytes: new Uint8Array(Buffer.from(text, 'base64')) }
    })
    await expect(submission.brightness(pictures)).toMatchValue(reference.brightness(pictures))
  })
})
