import { fileURLToPath } from 'node:url'
import type { Engine } from '../../model/backend.ts'
import type { Limits } from '../../model/lab.ts'
import type { Request, Value } from '../../model/value.ts'
import { openSession, probeRungs } from '../sandbox/index.ts'

const FIXTURE = fileURLToPath(new URL('fixtures/training', import.meta.url))
const FILE = 'train.ts'

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
  const args = numbers.map((value): Value => ({ type: 'number', value }))
  return withFixture(backend, async (ask) =>
    numbersOf(await ask({ op: 'call', file: FILE, name, args })),
  )
}

/** What the fixture finds in tensors that were put into one sandbox one after the other, once all are there. */
export async function heldInSandbox(
  backend: Engine,
  tensors: readonly Value[],
): Promise<readonly (readonly number[])[]> {
  return withFixture(backend, async (ask) => {
    const held: Value[] = []
    for (const value of tensors) held.push(await ask({ op: 'hold', value }))
    const found: (readonly number[])[] = []
    for (const handle of held) {
      found.push(numbersOf(await ask({ op: 'call', file: FILE, name: 'extremes', args: [handle] })))
    }
    return found
  })
}

async function withFixture<R>(
  backend: Engine,
  use: (ask: (request: Request) => Promise<Value>) => Promise<R>,
): Promise<R> {
  const rung = (await probeRungs()).find(({ usable }) => usable)?.rung
  if (rung === undefined) throw new Error('there is no sandbox here')
  const session = openSession({ rung, backend, limits: LIMITS })
  try {
    await session.load({ source: 'training', dir: FIXTURE, files: [FILE], hash: '', commit: null })
    const context = { task: 'training', check: 'training', seed: 7, seconds: null }
    return await use(async (request) => {
      const reply = await session.request(request, context)
      if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
      return reply.value
    })
  } finally {
    await session.close()
  }
}

function numbersOf(value: Value): readonly number[] {
  if (value.type === 'numbers') return [...value.data]
  if (value.type !== 'array') throw new Error(`${value.type} instead of numbers`)
  return value.items.map((item) => (item.type === 'number' ? item.value : Number.NaN))
}
