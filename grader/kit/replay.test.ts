import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Value } from '../model/value.ts'
import { explainedBy, same, wrongStructure } from './replay.ts'

const numbers = (...items: number[]): Value => ({ type: 'numbers', data: Float64Array.from(items) })
const size = (shape: Value, total: number): Value => ({
  type: 'record',
  entries: [
    ['shapes', { type: 'array', items: [shape, numbers(10)] }],
    ['total', { type: 'number', value: total }],
  ],
})
const tensor = (...items: number[]): Value => ({
  type: 'tensor',
  dtype: 'float32',
  shape: [items.length],
  data: Float32Array.from(items),
})

describe('same', () => {
  test('a wrong height differs beside a total in the millions', () => {
    expect(same(size(numbers(16, 16), 4e6), size(numbers(32, 32), 4e6))).toBe(false)
    expect(same(size(numbers(32, 32), 4e6), size(numbers(32, 32), 4e6))).toBe(true)
  })

  test('rounding of float32 is no difference, a small number among large ones is', () => {
    expect(same(tensor(100, 1e-6), tensor(100, 0))).toBe(true)
    expect(same(tensor(100, 0.1), tensor(100, 0))).toBe(false)
    expect(same(numbers(1e7, 1e-6), numbers(1e7, 0))).toBe(true)
    expect(same(numbers(1e7, 12), numbers(1e7, 0))).toBe(false)
  })

  test('other keys, lengths, kinds and NaN differ', () => {
    expect(same(numbers(1), numbers(1, 2))).toBe(false)
    expect(same(numbers(1), tensor(1))).toBe(false)
    expect(same({ type: 'record', entries: [] }, size(numbers(1), 1))).toBe(false)
    expect(same(numbers(Number.NaN), numbers(1))).toBe(false)
    expect(same(numbers(Number.NaN), numbers(Number.NaN))).toBe(true)
  })
})

const five: Value = { type: 'number', value: 5 }
const model: Value = { type: 'handle', kind: 'object', id: 0 }
const record = (...entries: [string, Value][]): Value => ({ type: 'record', entries })
const trained = record(['model', model], ['loss', numbers(2, 1)])

/** A course of one task: the solution answers 4 and a trained model, the misconception 5 and another one. */
function course() {
  const dir = mkdtempSync(join(tmpdir(), 'gradus-replay-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const log = join(dir, 'asked')
  writeFileSync(log, '')
  const module = (who: string, count: number) => `
    import { appendFileSync } from 'node:fs'
    const note = (what) => appendFileSync(${JSON.stringify(log)}, '${who} ' + what + '\\n')
    export function count() { note('count'); return ${count} }
    export function size() { return 1 }
    export function train() { note('train'); return { model: new (class { predict() {} })(), loss: [3, 2] } }`
  writeFileSync(join(dir, 'task.ts'), module('solution', 4))
  writeFileSync(join(dir, 'one-more.ts'), module('one-more', 5))
  writeFileSync(join(dir, 'size-of-five.ts'), 'export function size() { return 5 }')
  const frame = {
    settings: {
      solutionDir: dir,
      misconceptionsDir: dir,
      lab: { tasks: [{ file: 'task.ts', exports: ['count', 'train', 'size'] }] },
    },
    task: { misconceptions: [{ id: 'one-more' }, { id: 'size-of-five' }] },
  }
  return {
    replay: (answers: Readonly<Record<string, Value>>) => ({
      ...frame,
      exchanges: Object.entries(answers).map(([name, answer]) => ({ name, args: [five], answer })),
    }),
    asked: () => readFileSync(log, 'utf8').split('\n').filter(Boolean),
  }
}

describe('explainedBy', () => {
  test('names the misconception that gives the same wrong answer', async () => {
    const { replay, asked } = course()
    expect(await explainedBy(replay({ count: five }))).toEqual(['one-more'])
    expect(asked()).toEqual(['solution count', 'one-more count'])
  })

  test('trains nothing again for an answer that holds a model', async () => {
    const { replay, asked } = course()
    const held = record(['models', { type: 'array', items: [model] }])
    expect(await explainedBy(replay({ train: held }))).toEqual([])
    expect(await explainedBy(replay({ train: trained }))).toEqual([])
    expect(asked()).toEqual([])
  })

  test('explains no answers of which one holds a model that the misconception trains', async () => {
    const { replay, asked } = course()
    expect(await explainedBy(replay({ count: five, train: trained }))).toEqual([])
    expect(asked()).not.toContain('one-more train')
  })

  test('explains no answers of which one is a model where data are due', async () => {
    const { replay } = course()
    expect(await explainedBy(replay({ size: five }))).toEqual(['size-of-five'])
    const both = replay({ size: five, count: record(['count', model]) })
    expect(await explainedBy(both)).toEqual([])
  })
})

describe('wrongStructure', () => {
  test.each([
    ['nothing', { type: 'undefined' }, 'undefined'],
    ['the model alone', model, 'object'],
    ['no model', record(['loss', numbers(2, 1)]), 'record {loss}'],
  ] as const)('finds a training that gives %s', async (_, answer, got) => {
    const found = await wrongStructure(course().replay({ train: answer }))
    expect(found).toEqual({ kind: 'structure', got, want: 'record {model, loss}' })
  })

  test('says where inside an answer', async () => {
    const listed = record(['model', model], ['loss', { type: 'string', value: 'low' }])
    expect(await wrongStructure(course().replay({ train: listed }))).toEqual({
      kind: 'structure',
      got: '"low" at [loss]',
      want: 'array of 2 numbers at [loss]',
    })
  })

  test('has nothing against other numbers, another model and fewer epochs', async () => {
    expect(await wrongStructure(course().replay({ train: trained, count: five }))).toBeNull()
    const short = record(['model', model], ['loss', numbers(2)])
    expect(await wrongStructure(course().replay({ train: short }))).toBeNull()
  })
})
