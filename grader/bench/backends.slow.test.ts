import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import { beforeAll, expect, test } from 'vitest'
import { initWasm } from '../run/backend/wasm/index.ts'
import { workloads } from './workloads.ts'

beforeAll(() => initWasm(tf, wasm))

test.each(Object.entries(workloads))('%s trains: its loss falls', async (_, { prepare }) => {
  const step = prepare(tf)
  const first = await step()
  for (let count = 0; count < 8; count++) await step()
  expect(await step()).toBeLessThan(first)
})

test('the benchmark names each backend and workload, and a cell or a reason for every pair', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const { status, stdout } = spawnSync(
    process.execPath,
    [main, 'backends', '--json', '--rounds', '2'],
    {
      encoding: 'utf8',
    },
  )
  expect(status).toBe(0)
  const { measurements } = JSON.parse(stdout)
  for (const workload of Object.keys(workloads)) {
    for (const backend of ['kernels', 'stock', 'native', 'cpu']) {
      const { median, why } = measurements[workload][backend]
      expect(typeof (median ?? why)).toMatch(/number|string/)
    }
    expect(measurements[workload].kernels.median).toBeGreaterThan(0)
  }
}, 240_000)
