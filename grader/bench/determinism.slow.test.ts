import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Backend, EngineId } from '../model/backend.ts'
import { InputError } from '../model/issue.ts'
import { pickBackend } from '../run/backend/pick.ts'
import { runtimePaths } from '../run/sandbox/index.ts'

const BARE = fileURLToPath(new URL('bare.ts', import.meta.url))
const STEPS = 50

/** The native library is there where `gradus native install` was run. */
async function available(id: EngineId): Promise<Backend | null> {
  try {
    return await pickBackend({ asked: id, prefer: [] })
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

/** The loss after 50 steps of a seeded training in a fresh process, in full precision. */
async function lossOn(backend: Backend, workload: string): Promise<number> {
  const { node, tfjs } = await runtimePaths(backend)
  const child = spawn(node, [BARE, tfjs, backend.id], { stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.end(`${workload} ${STEPS}\n`)
  return Number(await text(child.stdout))
}

const wasm = await available('wasm')
const others = await Promise.all(
  (['cpu', 'tensorflow'] as const).map(async (id) => ({ id, backend: await available(id) })),
)

describe.each(['head', 'autoencoder'])('fifty seeded steps of %s', (workload) => {
  test('end in the same bits twice on wasm', async () => {
    if (wasm === null) throw new Error('wasm is part of TensorFlow.js')
    const loss = await lossOn(wasm, workload)
    expect(loss).toBeGreaterThan(0)
    expect(await lossOn(wasm, workload)).toBe(loss)
  }, 120_000)

  for (const { id, backend } of others) {
    test.skipIf(backend === null)(
      `end in the same bits twice on ${id}, within 1e-3 of wasm`,
      async () => {
        if (backend === null || wasm === null) throw new Error('skipped')
        const loss = await lossOn(backend, workload)
        expect(await lossOn(backend, workload)).toBe(loss)
        expect(Math.abs(loss - (await lossOn(wasm, workload)))).toBeLessThan(1e-3)
      },
      240_000,
    )
  }
})
