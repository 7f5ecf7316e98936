import { expect, test } from 'vitest'
import { climb } from './climb.ts'

test('climbing the feedback moves the final mark by two points at most, and what is carried along earns none', async () => {
  const told = await climb(10, () => {})
  const [, gain = ''] = /final .* a gain of (\S+)$/m.exec(told) ?? []
  expect(Number.parseFloat(gain)).toBeLessThanOrEqual(2)
  // What was made beforehand knows nothing of where the pixels are.
  const carried = [...told.matchAll(/: ([\d.]+), and [\d.]+ with .* graded: ([\d.]+) points/g)]
  expect(carried.map(([, , points]) => points)).toEqual(['0', '0'])
  expect(Number(carried[1]?.[1])).toBeGreaterThan(0.7)
  // the model does earn something: there is room on both sides
  const [, earned = ''] = /feedback .* ([\d.]+) to [\d.]+ points/.exec(told) ?? []
  expect(Number(earned)).toBeGreaterThan(1)
  expect(Number(earned)).toBeLessThan(5)
}, 300_000)
