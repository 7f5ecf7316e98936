import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Value } from '../model/value.ts'
import { explainedBy, same } from './replay.ts'

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

describe('explainedBy', () => {
  const five: Value = { type: 'number', value: 5 }
  const model: Value = { type: 'handle', kind: 'object', id: 0 }
  const trained: Value = {
    type: 'record',
    entries: [['models', { type: 'array', items: [model] }]],
  }

  /** What explains `answer`, and how often the solution and the misconception were asked. */
  async function explain(answer: Value): Promise<{ found: string[]; asked: number }> {
    const dir = mkdtempSync(join(tmpdir(), 'gradus-replay-'))
    try {
      const calls = join(dir, 'calls')
      writeFileSync(calls, '')
      const counting = (result: number) =>
        `import { appendFileSync } from 'node:fs'
         export function train() { appendFileSync(${JSON.stringify(calls)}, '.'); return ${result} }`
      writeFileSync(join(dir, 'train.ts'), counting(4))
      writeFileSync(join(dir, 'off-by-one.ts'), counting(5))
      const tasks = [{ file: 'train.ts', exports: ['train'] }]
      const found = await explainedBy({
        settings: { solutionDir: dir, misconceptionsDir: dir, lab: { tasks } },
        task: { misconceptions: [{ id: 'off-by-one' }] },
        exchanges: [{ name: 'train', args: [five], answer }],
      })
      return { found, asked: readFileSync(calls, 'utf8').length }
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  }

  test('names the misconception that gives the same wrong answer', async () => {
    expect(await explain(five)).toEqual({ found: ['off-by-one'], asked: 2 })
  })

  test('asks nobody again for an answer that holds a model, which takes a training', async () => {
    expect(await explain(trained)).toEqual({ found: [], asked: 0 })
  })
})
