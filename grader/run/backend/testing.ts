import { fileURLToPath } from 'node:url'
import type { Engine } from '../../model/backend.ts'
import type { Limits } from '../../model/lab.ts'
import type { Value } from '../../model/value.ts'
import { openSession, probeRungs } from '../sandbox/index.ts'

const FIXTURE = fileURLToPath(new URL('fixtures/training', import.meta.url))

const LIMITS: Limits = {
  bootSeconds: 30,
  callSeconds: 120,
  totalSeconds: 240,
  memoryMB: 2048,
  replyMB: 1,
  calls: 10,
  startsPerTask: 1,
}

/** Has the fixture's function compute in the sandbox, on one backend, from a fixed seed. */
export async function inSandbox(
  backend: Engine,
  name: 'train' | 'lenet',
  ...numbers: readonly number[]
): Promise<readonly number[]> {
  const rung = (await probeRungs()).find(({ usable }) => usable)?.rung
  if (rung === undefined) throw new Error('there is no sandbox here')
  const session = openSession({ rung, backend, limits: LIMITS })
  try {
    const files = ['train.ts']
    await session.load({ source: 'training', dir: FIXTURE, files, hash: '', commit: null })
    const args = numbers.map((value): Value => ({ type: 'number', value }))
    const context = { task: 'training', check: 'training', seed: 7, seconds: null }
    const reply = await session.request({ op: 'call', file: 'train.ts', name, args }, context)
    if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
    return numbersOf(reply.value)
  } finally {
    await session.close()
  }
}

function numbersOf(value: Value): readonly number[] {
  if (value.type === 'numbers') return [...value.data]
  if (value.type !== 'array') throw new Error(`${value.type} instead of numbers`)
  return value.items.map((item) => (item.type === 'number' ? item.value : Number.NaN))
}
