import { expect, test } from 'vitest'
import { climb } from './climb.ts'

test('climbing the feedback moves the final mark by two points at most, and carried weights earn none', async () => {
  const told = await climb(10, () => {})
  const [, gain = ''] = /final .* a gain of (\S+)$/m.exec(told) ?? []
  expect(Number.parseFloat(gain)).toBeLessThanOrEqual(2)
  // Weights trained beforehand know nothing of where the pixels are.
  expect(told).toContain(', 0 points\n')
  // the model does earn something: there is room on both sides
  const [, earned = ''] = /feedback .* ([\d.]+) to [\d.]+ points/.exec(told) ?? []
  expect(Number(earned)).toBeGreaterThan(1)
  expect(Number(earned)).toBeLessThan(5)
}, 300_000)
