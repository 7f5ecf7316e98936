import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { imageBatches } from './batches.ts'
import { imageTensor } from './tensor.ts'
import { grain, scratchFolder } from './testing.ts'

test('pixels of 0 to 255 become a float tensor of 0 to 1', () => {
  const data = Uint8Array.from([0, 51, 255, 255, 102, 0])
  const images = imageTensor({ data, shape: [2, 1, 1, 3] })
  expect(images.shape).toEqual([2, 1, 1, 3])
  expect(images.dtype).toBe('float32')
  const expected = Float32Array.from([0, 0.2, 1, 1, 0.4, 0])
  expect(images.dataSync()).toEqual(expected)
  images.dispose()
  expect(tf.memory().numTensors).toBe(0)
})

test('over 200 batches the number of tensors stays as it is', async () => {
  const file = join(await scratchFolder(), 'picture.jpg')
  await writeFile(file, await grain(40, 30).jpeg().toBuffer())
  const files = Array.from({ length: 800 }, (_, index) => ({ file, label: index % 2 }))
  const counts = new Set<number>()
  let batches = 0
  for await (const batch of imageBatches(files, { height: 16, width: 16, batchSize: 4 })) {
    const images = imageTensor(batch)
    counts.add(tf.memory().numTensors)
    images.dispose()
    batches += 1
  }
  expect(batches).toBe(200)
  expect([...counts]).toEqual([1])
})
