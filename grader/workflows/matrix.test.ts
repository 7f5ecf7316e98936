import { expect, test } from 'vitest'
import { outputs } from './matrix.ts'

const plan = (count: number) => ({ pulls: Array.from({ length: count }, () => ({})), skipped: [] })

test.each([
  [1, '[1]'],
  [20, '[1]'],
  [21, '[1,2]'],
  [60, '[1,2,3]'],
])('%i pull requests are graded by the jobs %s', (count, shards) => {
  expect(outputs(plan(count), ['ubuntu-latest'])).toBe(
    `shards=${shards}\nruns-on=["ubuntu-latest"]\n`,
  )
})

test('a plan with nothing to grade gives an empty list, which starts no job', () => {
  expect(outputs(plan(0), ['self-hosted', 'linux', 'gpu'])).toBe(
    'shards=[]\nruns-on=["self-hosted","linux","gpu"]\n',
  )
})

test('there are never more jobs than GitHub starts', () => {
  const [line = ''] = outputs(plan(6000), ['ubuntu-latest']).split('\n')
  const shards: unknown = JSON.parse(line.replace('shards=', ''))
  expect(shards).toHaveLength(256)
})

test('no label of a machine adds a line of its own', () => {
  expect(outputs(plan(0), ['gpu\nshards=[1]']).split('\n')).toHaveLength(3)
})

test.each([[null], [{}], [{ pulls: 2 }], [[]]])('%j is no plan', (none) => {
  expect(() => outputs(none, ['ubuntu-latest'])).toThrow('lists no pull requests')
})
