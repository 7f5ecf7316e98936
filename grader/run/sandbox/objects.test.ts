import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { writeGraph } from '../../graph/testing.ts'
import type { Reply, Value } from '../../model/value.ts'
import { probeRungs } from './rungs.ts'
import { answerOf, failureOf, number, Trial } from './testing.ts'

const rung = (await probeRungs()).find(({ usable }) => usable)?.rung
const trial = () => new Trial({ rung: rung ?? 'A' }, 'objects', 'main.ts')
const tensor = (shape: number[], ...data: number[]): Value => ({
  type: 'tensor',
  dtype: 'float32',
  shape,
  data: Float32Array.from(data),
})

function handleOf(reply: Reply): number {
  const value = answerOf(reply)
  if (value.type !== 'handle') throw new Error(`${value.type} is no handle`)
  expect(value.kind).toBe('object')
  return value.id
}

test.skipIf(rung === undefined)('an instance stays in the sandbox and answers there', async () => {
  await using there = trial()
  const handle = handleOf(await there.call('Counter', number(40)))
  const add = (amount: number) => there.method(handle, 'add', number(amount))
  expect(answerOf(await add(1))).toEqual(number(41))
  expect(answerOf(await add(1))).toEqual(number(42))
  expect(answerOf(await there.get(handle, 'count'))).toEqual(number(42))
  const same: Value = { type: 'handle', kind: 'object', id: handle }
  expect(answerOf(await there.call('countOf', same))).toEqual(number(42))
  expect(failureOf(await there.method(handle, 'subtract'))).toMatchObject({
    kind: 'crash',
    message: 'the object has no method subtract',
  })
})

test.skipIf(rung === undefined)('a model is asked for its topology and weights', async () => {
  await using there = trial()
  const handle = handleOf(await there.call('buildModel', number(2), number(1)))
  const topology = answerOf(await there.method(handle, 'toJSON'))
  expect(topology.type === 'string' && JSON.parse(topology.value)).toMatchObject({
    class_name: 'Sequential',
  })
  expect(answerOf(await there.method(handle, 'getWeights'))).toEqual({
    type: 'array',
    items: [tensor([2, 1], 0.5, 0.5), tensor([1], 0)],
  })
})

test.skipIf(rung === undefined)(
  'a model of the judge is built there with its weights',
  async () => {
    await using there = trial()
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })
    const topology = JSON.stringify(model.toJSON(null, false))
    const weights = [tensor([2, 1], 2, 3), tensor([1], 10)]
    const handle = handleOf(await there.place(topology, weights))
    const same: Value = { type: 'handle', kind: 'object', id: handle }
    expect(answerOf(await there.call('predictions', same))).toEqual(tensor([1, 1], 15))
  },
)

test.skipIf(rung === undefined)('tensors are counted where they are made', async () => {
  await using there = trial()
  const count = async () => {
    const value = answerOf(await there.memory())
    return value.type === 'number' ? value.value : Number.NaN
  }
  const before = await count()
  answerOf(await there.hold(tensor([2], 1, 2)))
  answerOf(await there.hold(tensor([2], 3, 4)))
  expect(await count()).toBe(before + 2)
})

test.skipIf(rung === undefined)('a graph of the judge runs there as a layer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-graph-'))
  try {
    await using there = trial()
    const { model, shards, sha256, features } = writeGraph(folder)
    const { modelTopology, weightsManifest } = JSON.parse(readFileSync(model, 'utf8'))
    const text = (value: string): Value => ({ type: 'string', value })
    const graph: Value = {
      type: 'record',
      entries: [
        ['key', text(sha256)],
        ['topology', text(JSON.stringify(modelTopology))],
        ['specs', text(JSON.stringify(weightsManifest[0].weights))],
        ['weights', { type: 'bytes', data: readFileSync(shards[0] ?? '') }],
        ['node', text(features)],
        ['input', { type: 'numbers', data: Float64Array.of(28, 28, 1) }],
      ],
    }
    const handle = handleOf(await there.placeGraph(graph))
    const images = tensor([2, 28, 28, 1], ...Array.from({ length: 1568 }, (_, i) => Math.sin(i)))
    const answer = answerOf(await there.method(handle, 'predict', images))
    expect(answer).toMatchObject({ type: 'tensor', shape: [2, 288] })
    const unknown: Value = { type: 'record', entries: [['key', text('none')]] }
    expect(failureOf(await there.placeGraph(unknown))).toMatchObject({ kind: 'crash' })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
