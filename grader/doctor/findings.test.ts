import { describe, expect, test } from 'vitest'
import type { Candidate } from '../run/backend/choose.ts'
import type { Finding } from './finding.ts'
import { canGrade, type Facts, findingsOf } from './findings.ts'

const usable: Facts['rungs'] = [
  { rung: 'A', usable: true, why: 'it works', next: null },
  { rung: 'B', usable: false, why: 'this is not root', next: 'Run as root.' },
]
const noBubblewrap: Facts['rungs'] = (['A', 'B'] as const).map((rung) => ({
  rung,
  usable: false,
  why: 'bwrap is not installed',
  next: 'Install it: sudo apt-get install bubblewrap',
}))

function backend(change: Partial<Candidate>): Candidate {
  return {
    ...{ id: 'tensorflow', device: 'cpu', version: '2.21.0', usable: true, why: 'built here' },
    ...{ next: null, native: null },
    ...change,
  }
}

const good: Facts = {
  node: '24.21.0',
  git: '2.39.5',
  rungs: usable,
  backends: [backend({ id: 'wasm', version: '4.22.0' })],
  cards: null,
  memory: { total: 16e9, free: 8e9 },
  disks: [{ folder: '/cache', free: 50e9 }],
  packages: [{ name: 'sharp', problem: null, labs: ['cats-vs-dogs'] }],
  data: { kind: 'there', folder: '/data', sets: ['mnist'] },
}

function finding(name: string, change: Partial<Facts>): Finding {
  const found = findingsOf({ ...good, ...change }).find((one) => one.name === name)
  if (found === undefined) throw new Error(`no finding ${name}`)
  return found
}

test('nothing is ill on a good machine, and one rung is enough', () => {
  const findings = findingsOf(good)
  expect(findings.filter(({ state }) => state === 'ill')).toEqual([])
  expect(findings.map(({ name }) => name)).toEqual([
    ...['node', 'sandbox A', 'sandbox B', 'wasm', 'gpu', 'sharp', 'git', 'memory', 'disk', 'data'],
  ])
  expect(finding('sandbox B', {})).toMatchObject({ state: 'spare', next: null })
  expect(canGrade(good)).toBe(true)
})

test('whatever is ill says what mends it', () => {
  const bad: Facts = {
    ...good,
    git: null,
    rungs: noBubblewrap,
    backends: [backend({ usable: false, why: 'the installation is damaged', next: null })],
    memory: { total: 2e9, free: 1e9 },
    disks: [{ folder: '/cache', free: 1e6 }],
    packages: [{ name: 'sharp', problem: 'sharp does not load', labs: ['cats-vs-dogs'] }],
    data: { kind: 'missing', folder: '/nowhere' },
  }
  const ill = findingsOf(bad).filter(({ state }) => state === 'ill')
  expect(ill.map(({ name }) => name)).toEqual([
    ...['sandbox A', 'sandbox B', 'tensorflow (cpu)', 'sharp', 'git', 'memory', 'disk', 'data'],
  ])
  for (const { next } of ill) expect(next).toMatch(/apt-get|npm ci|gradus |\$?du |export|lab\.yaml/)
  expect(canGrade(bad)).toBe(false)
})

describe('backends', () => {
  test('that are there show their version', () => {
    const backends = [backend({})]
    expect(finding('tensorflow (cpu)', { backends })).toMatchObject({
      state: 'well',
      what: '2.21.0, built here',
    })
  })

  test('that nobody needs are no illness, and say how to get them', () => {
    const next = 'Install it: gradus native install'
    const backends = [backend({ usable: false, why: 'it is not installed', next })]
    expect(finding('tensorflow (cpu)', { backends })).toMatchObject({ state: 'spare', next })
  })

  test('for graphics cards are not advised where there is none', () => {
    const next = 'Install it: gradus native install --gpu'
    const gpu = {
      id: 'tensorflow',
      device: 'gpu',
      usable: false,
      why: 'it is not installed',
    } as const
    const backends = [backend({ ...gpu, next })]
    expect(finding('tensorflow (gpu)', { backends }).next).toBeNull()
    expect(finding('tensorflow (gpu)', { backends, cards: ['/dev/nvidia0'] }).next).toBe(next)
  })

  test('that nobody has tried say so', () => {
    const backends = [backend({ device: 'gpu' })]
    const { what } = finding('tensorflow (gpu)', { backends, cards: ['/dev/nvidia0'] })
    expect(what).toContain('not tried on a graphics card')
  })

  test.each([
    'it does not load: no such file',
    'the installation is another build (TensorFlow 2.20)',
  ])('that are broken are ill: %s', (why) => {
    const backends = [backend({ usable: false, why, next: 'Mend it: gradus native install' })]
    expect(finding('tensorflow (cpu)', { backends })).toMatchObject({
      state: 'ill',
      next: 'Mend it: gradus native install',
    })
  })
})

describe('packages of labs', () => {
  test('that do not work name the labs that cannot be graded', () => {
    const packages = [{ name: 'sharp', problem: 'sharp does not load', labs: ['a', 'b'] }]
    expect(finding('sharp', { packages })).toEqual({
      name: 'sharp',
      state: 'ill',
      what: 'sharp does not load; without it these labs cannot be graded: a b',
      next: 'Install the packages for this machine: npm ci --include=optional',
    })
  })

  test('that no lab lists are no illness', () => {
    const packages = [{ name: 'sharp', problem: 'sharp does not load', labs: [] }]
    expect(finding('sharp', { packages })).toMatchObject({ state: 'spare' })
  })
})

describe('data sets', () => {
  test('are named', () => {
    expect(finding('data', {}).what).toBe('/data: mnist')
  })

  test('are no need', () => {
    expect(finding('data', { data: { kind: 'unset' } })).toMatchObject({ state: 'spare' })
  })

  test('may be none in a folder that is there', () => {
    const data = { kind: 'there', folder: '/data', sets: [] } as const
    expect(finding('data', { data })).toMatchObject({ state: 'well', what: '/data: it is empty' })
  })
})
