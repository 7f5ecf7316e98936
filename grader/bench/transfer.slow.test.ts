import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLab } from '../catalog/index.ts'
import { transferOn } from './transfer.ts'

const lab = await readLab(join(import.meta.dirname, '../..'), 'transfer-learning')
const world = { env: process.env, stderr: process.stderr }

describe.runIf(process.env['GRADUS_DATA'])('MobileNet, from ten examples of each class', () => {
  test.each(['cifar-10', 'cats-vs-dogs'])(
    'is worth a tenth of all answers on %s, beside a network from scratch',
    { timeout: 600_000 },
    async (name) => {
      const setting = { backend: 'wasm', runs: 3, world } as const
      const { transferred, fresh, margin } = await transferOn(lab, name, setting)
      expect(transferred).toBeGreaterThan(0.6)
      expect(transferred).toBeGreaterThan(fresh)
      expect(margin).toBeGreaterThan(0.05)
    },
  )
})
