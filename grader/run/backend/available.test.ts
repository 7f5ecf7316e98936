import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { availableBackends, type Surroundings } from './available.ts'
import { chooseBackend } from './choose.ts'
import { nativeFolder } from './native/manifest.ts'

const CARD = ['null', 'nvidia0', 'nvidiactl']

function emptyMachine(): Surroundings {
  const folder = mkdtempSync(join(tmpdir(), 'available-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const modules = join(folder, 'node_modules')
  for (const id of ['wasm', 'cpu']) {
    write(join(modules, `@tensorflow/tfjs-backend-${id}/package.json`), '{"version":"4.22.0"}')
  }
  return { cache: join(folder, 'cache'), modules, devices: ['null'], arch: 'x64' }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function addPackage({ modules }: Surroundings, name: string, binding: boolean): void {
  const folder = join(modules, '@tensorflow', name)
  write(join(folder, 'package.json'), `{"name":"@tensorflow/${name}","version":"4.22.0"}`)
  if (binding) write(join(folder, 'lib/napi-v8/tfjs_binding.node'), 'binding')
}

function usable(around: Surroundings): string[] {
  return availableBackends(around)
    .filter((one) => one.usable)
    .map(({ id, device }) => `${id} ${device}`)
}

test('without any installation there are wasm and cpu, with their versions', () => {
  const around = emptyMachine()
  expect(usable(around)).toEqual(['wasm cpu', 'cpu cpu'])
  expect(availableBackends(around)[2]).toMatchObject({ id: 'wasm', version: '4.22.0' })
})

test('what is not there says how to get it', () => {
  const around = { ...emptyMachine(), devices: CARD }
  const [gpu, cpu] = availableBackends(around)
  expect(gpu).toMatchObject({ why: 'it is not installed', next: expect.stringContaining('--gpu') })
  expect(cpu?.next).toBe('Install it: gradus native install')
})

describe('a package of tfjs-node', () => {
  test('counts when its library was downloaded', () => {
    const around = emptyMachine()
    addPackage(around, 'tfjs-node', true)
    expect(usable(around)).toEqual(['tensorflow cpu', 'wasm cpu', 'cpu cpu'])
  })

  test('does not count without its library', () => {
    const around = emptyMachine()
    addPackage(around, 'tfjs-node', false)
    expect(usable(around)).toEqual(['wasm cpu', 'cpu cpu'])
  })

  test('for GPUs counts where a graphics card is seen', () => {
    const around = emptyMachine()
    addPackage(around, 'tfjs-node-gpu', true)
    expect(usable(around)).toEqual(['wasm cpu', 'cpu cpu'])
    expect(availableBackends(around)[0]?.why).toContain('no NVIDIA graphics card')
    expect(usable({ ...around, devices: CARD })).toEqual(['tensorflow gpu', 'wasm cpu', 'cpu cpu'])
  })
})

test('a half-made installation leaves the choice on wasm, with the reason shown', () => {
  const around = emptyMachine()
  mkdirSync(nativeFolder(around.cache, 'cpu'), { recursive: true })
  const available = availableBackends(around)
  const choice = chooseBackend({ asked: null, prefer: ['tensorflow'], available })
  expect(choice).toMatchObject({
    backend: { id: 'wasm', reason: expect.stringContaining('the installation is not whole') },
  })
  expect(available[1]?.next).toBe('Mend it: gradus native install')
})

test('an architecture that TensorFlow is not built for has none', () => {
  const [, cpu] = availableBackends({ ...emptyMachine(), arch: 'riscv64' })
  expect(cpu).toMatchObject({ usable: false, why: 'there is none for this architecture' })
})
