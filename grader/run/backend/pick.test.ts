import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Backend } from '../../model/backend.ts'
import { InputError } from '../../model/issue.ts'
import { cacheFolder } from '../sandbox/index.ts'
import type { Candidate } from './choose.ts'
import { pickBackend, tryCandidate } from './pick.ts'

const common = { device: 'cpu', version: '1', usable: true, why: 'there', next: null } as const
const folder = join(cacheFolder(), 'native-cpu')
const native: Candidate = { ...common, id: 'tensorflow', native: { folder, key: 'k' } }
const wasm: Candidate = { ...common, id: 'wasm', native: null }
const available = [native, wasm]

const works = async () => undefined
const breaks = async ({ native }: { readonly native: Backend['native'] }) => {
  if (native !== null) throw new Error('Command failed\n  at x\nError: libfoo.so: no such file\n')
}

test('the first that starts is taken', async () => {
  expect(await pickBackend({ prefer: [], available, prepare: works })).toMatchObject({
    id: 'tensorflow',
  })
})

test('a library that does not load is passed over, and the reason says so', async () => {
  const backend = await pickBackend({ asked: 'auto', prefer: [], available, prepare: breaks })
  expect(backend).toMatchObject({
    id: 'wasm',
    reason:
      'the first that is usable; tensorflow (cpu): it does not load: Error: libfoo.so: no such file',
  })
})

describe('what was asked for', () => {
  const refusal = async (candidates: readonly Candidate[], prepare = breaks) => {
    const options = { asked: 'tensorflow', prefer: [], available: candidates, prepare } as const
    const error = await pickBackend(options).catch((thrown: unknown) => thrown)
    return error instanceof InputError ? error.message : error
  }

  test('is refused when it does not load, with the command that mends it', async () => {
    expect(await refusal(available)).toBe(
      'backend tensorflow (cpu) cannot be used: it does not load: Error: libfoo.so: no such file. ' +
        'Install it again: gradus native remove && gradus native install',
    )
  })

  test('is refused when it is not there, with the command that gets it', async () => {
    const next = 'Install it: gradus native install'
    const absent = { ...native, usable: false, why: 'it is not installed', next }
    expect(await refusal([absent, wasm])).toBe(
      'backend tensorflow (cpu) cannot be used: it is not installed. ' +
        'Install it: gradus native install',
    )
  })
})

test('a part of TensorFlow.js that does not start is a fault of the grader', async () => {
  const prepare = async () => {
    throw new Error('no disk')
  }
  await expect(pickBackend({ prefer: ['wasm'], available, prepare })).rejects.toThrow('no disk')
})

test('a candidate that was tried is as usable as it turned out', async () => {
  expect(await tryCandidate(native, works)).toEqual(native)
  expect(await tryCandidate(native, breaks)).toMatchObject({ usable: false })
})
