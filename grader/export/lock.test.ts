import { expect, test } from 'vitest'
import { closure, lockedPackages } from './lock.ts'

const packages = {
  'node_modules/a': {
    version: '1.0.0',
    dev: true,
    dependencies: { b: '^1.0.0', native: '*' },
    optionalDependencies: { native: '*' },
    peerDependencies: { peer: '*', absent: '*' },
    peerDependenciesMeta: { absent: { optional: true } },
  },
  'node_modules/b': { version: '1.0.0', dependencies: { c: '^2.0.0' } },
  'node_modules/b/node_modules/c': { version: '2.0.0', dependencies: { d: '*' } },
  'node_modules/c': { version: '1.0.0' },
  'node_modules/d': { version: '1.0.0' },
  'node_modules/native': { version: '1.0.0', optional: true, dependencies: { e: '*' } },
  'node_modules/e': { version: '1.0.0', optional: true },
  'node_modules/peer': { version: '1.0.0' },
  'node_modules/absent': { version: '1.0.0' },
}

test('takes what is needed, each from where Node would find it', () => {
  const found = closure(packages, ['a'])
  expect(Object.keys(found)).toEqual([
    'node_modules/a',
    'node_modules/b',
    'node_modules/b/node_modules/c',
    'node_modules/d',
    'node_modules/e',
    'node_modules/native',
    'node_modules/peer',
  ])
  expect(found['node_modules/a']).not.toHaveProperty('dev')
  const optional = Object.entries(found).filter(([, entry]) => 'optional' in entry)
  expect(optional.map(([place]) => place)).toEqual(['node_modules/e', 'node_modules/native'])
})

test('sharp comes with its library for every system, each of them optional', async () => {
  const found = closure(await lockedPackages(), ['sharp'])
  for (const system of ['linux-x64', 'linuxmusl-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64']) {
    expect(found[`node_modules/@img/sharp-${system}`]).toMatchObject({ optional: true })
  }
  expect(found['node_modules/sharp']).not.toHaveProperty('optional')
  expect(JSON.stringify(found)).not.toContain('"resolved"')
})

test('a student’s packages are on every system, and none of them names a registry', async () => {
  const found = closure(await lockedPackages(), ['@tensorflow/tfjs', 'vitest'])
  const places = Object.keys(found)
  for (const system of ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc']) {
    expect(places).toContain(`node_modules/@rolldown/binding-${system}`)
  }
  expect(places).toContain('node_modules/vite')
  expect(JSON.stringify(found)).not.toContain('"resolved"')
})
