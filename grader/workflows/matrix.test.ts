import { expect, test } from 'vitest'
import { outputs } from './matrix.ts'

test('the jobs of a plan are numbered from one', () => {
  expect(outputs({ shards: 3, items: [] }, ['ubuntu-latest'])).toBe(
    'shards=[1,2,3]\nruns-on=["ubuntu-latest"]\n',
  )
})

test('a plan with nothing to grade gives an empty list, which starts no job', () => {
  expect(outputs({ shards: 0, items: [] }, ['self-hosted', 'linux', 'gpu'])).toBe(
    'shards=[]\nruns-on=["self-hosted","linux","gpu"]\n',
  )
})

test('no label of a machine adds a line of its own', () => {
  expect(outputs({ shards: 0 }, ['gpu\nshards=[1]']).split('\n')).toHaveLength(3)
})

test.each([
  [null, 'no number'],
  [{}, 'no number'],
  [{ shards: '2' }, 'no number'],
  [{ shards: -1 }, 'no number'],
  [{ shards: 1.5 }, 'no number'],
  [{ shards: Number.NaN }, 'no number'],
  [{ shards: 257 }, 'at most 256'],
])('the plan %j is refused', (plan, why) => {
  expect(() => outputs(plan, ['ubuntu-latest'])).toThrow(why)
})
