import { expect, test } from 'vitest'
import { backendTable } from './backend-table.ts'

const facts = { node: 'v24.0.0', machine: '2 x Testing', batch: 32, rounds: 7 }

test('the table has a median and a ratio in each cell, and says once why cells are empty', () => {
  const missing = { why: 'there is none' }
  const text = backendTable(facts, {
    lenet: {
      kernels: { ms: [20, 21, 22], median: 21, ratio: 1, loss: 2 },
      cpu: { ms: [4200], median: 4200, ratio: 200, loss: 2 },
      native: missing,
    },
    siamese: { kernels: { ms: [50], median: 50, ratio: 1, loss: 1 }, native: missing },
  })
  expect(text).toContain('LeNet 28x28')
  expect(text).toMatch(/LeNet 28x28 +21\.0 \(1\.00\) +- +- +4200 \(200\)\n/)
  expect(text).toMatch(/CNN 32-64 +- +- +- +-\n/)
  expect(text).toContain('tensorflow: there is none (LeNet 28x28, siamese)')
  expect(text.split('\n').every((line) => line.length < 120)).toBe(true)
})

test('without empty cells nothing is said to be missing', () => {
  const measured = { ms: [1], median: 1, ratio: 1, loss: 1 }
  expect(backendTable(facts, { head: { kernels: measured } })).not.toContain('Not measured')
})
