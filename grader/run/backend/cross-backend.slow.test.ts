import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gradus, REPOSITORY } from '../../commands/testing.ts'
import type { Engine } from '../../model/backend.ts'
import type { Value } from '../../model/value.ts'
import { cacheFolder } from '../sandbox/index.ts'
import { availableBackends, surroundings } from './available.ts'
import { tryCandidate } from './pick.ts'
import { heldInSandbox, inSandbox } from './testing.ts'

const STEPS = 50
/** Sums in float32 come out in another order on each; 50 steps of training carry that on. */
const TOLERANCE = 1e-3

const candidates = await Promise.all(
  availableBackends(surroundings(cacheFolder())).map((one) =>
    one.usable ? tryCandidate(one) : one,
  ),
)

/** Null where it is not installed: the checks are then reported as skipped. */
function engine(id: 'tensorflow' | 'wasm' | 'cpu'): Engine | null {
  const found = candidates.find((one) => one.id === id && one.device === 'cpu' && one.usable)
  return found === undefined ? null : { id, device: 'cpu', native: found.native }
}

describe.each(['cpu', 'wasm', 'tensorflow'] as const)('on %s, in the sandbox,', (id) => {
  const backend = engine(id)

  test.skipIf(backend === null)(
    'training twice gives the same bits, and the losses of cpu',
    { timeout: 120_000 },
    async () => {
      if (backend === null) return
      const first = await inSandbox(backend, 'train', STEPS)
      expect(await inSandbox(backend, 'train', STEPS)).toEqual(first)
      expect(first).toHaveLength(STEPS)
      const reference = await inSandbox({ ...backend, id: 'cpu', native: null }, 'train', STEPS)
      const errors = first.map((loss, step) => Math.abs(loss - (reference[step] ?? Number.NaN)))
      expect(Math.max(...errors)).toBeLessThan(TOLERANCE)
      expect(first.at(-1)).toBeLessThan((first[0] ?? 0) / 2)
    },
  )

  test.skipIf(backend === null)(
    'what was put there stays as it is, whatever comes after it',
    { timeout: 60_000 },
    async () => {
      if (backend === null) return
      const tensors = [1, 2, 3].map((value): Value => {
        const data = new Float32Array(100_000).fill(value)
        return { type: 'tensor', dtype: 'float32', shape: [100_000], data }
      })
      expect(await heldInSandbox(backend, tensors)).toEqual([
        [1, 1],
        [2, 2],
        [3, 3],
      ])
    },
  )
})

describe.each(['wasm', 'cpu', 'tensorflow'] as const)('on %s', (id) => {
  test.skipIf(engine(id) === null)(
    'the solution and every other right one of a lab pass, and each mistake is named',
    { timeout: 240_000 },
    async () => {
      const args = ['verify', 'convolutions', '--json', '--backend', id]
      expect(await gradus(args)).toEqual({ status: 0, stdout: '[]\n', stderr: '' })
    },
  )
})

test('tolerances a million times too tight fail right solutions, which this comparison sees', {
  timeout: 240_000,
}, async () => {
  const root = mkdtempSync(join(tmpdir(), 'gradus-tight-'))
  try {
    for (const name of ['labs', 'solutions', 'starter', 'tsconfig.json']) {
      cpSync(join(REPOSITORY, name), join(root, name), { recursive: true })
    }
    const file = join(root, 'labs/convolutions/lab.yaml')
    const text = readFileSync(file, 'utf8')
    const tight = text.replace(/max-error: ([\d.e-]+)/g, (_, bound) => `max-error: ${bound / 1e6}`)
    expect(tight).not.toBe(text)
    writeFileSync(file, tight)
    const args = ['verify', 'convolutions', '--root', root, '--json', '--backend', 'wasm']
    const { status, stdout } = await gradus(args)
    expect(status).toBe(1)
    const findings: readonly { rule: string }[] = JSON.parse(stdout)
    expect(findings.filter(({ rule }) => rule === 'accepted')).not.toEqual([])
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
