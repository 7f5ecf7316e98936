import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { InputError } from '../../../model/issue.ts'
import { failed } from './failure.ts'
import { type InstallOptions, installNative, removeNative } from './install.ts'
import { BINDING, findNative, nativeFolder } from './manifest.ts'
import { pinsOf } from './pins.ts'
import { FakeMachine } from './testing.ts'

function fakeMachine(): FakeMachine {
  const machine = new FakeMachine()
  onTestFinished(() => machine[Symbol.dispose]())
  return machine
}

async function refusalOf(options: InstallOptions): Promise<string> {
  const error = await installNative(options).catch((thrown: unknown) => thrown)
  if (!(error instanceof InputError)) throw new Error(`no refusal but ${error}`)
  return error.message
}

describe('an installation', () => {
  test('is found afterwards, and its progress never goes back', async () => {
    const machine = fakeMachine()
    const parts: number[] = []
    const progress = (part: number) => parts.push(part)
    const installed = await installNative(machine.install({ progress }))
    expect(installed).toMatchObject({ fresh: true, tensorflow: '2.21.0' })
    expect(findNative(machine.cache, machine.pins)).toMatchObject({
      kind: 'there',
      library: { folder: installed.folder },
    })
    expect(parts).toEqual([...parts].sort((a, b) => a - b))
    expect(parts.at(-1)).toBe(1)
    expect(readdirSync(machine.cache)).toEqual(['native-cpu'])
  })

  test('keeps what runs, and nothing of what it was made with', async () => {
    const machine = fakeMachine()
    const { folder } = await installNative(machine.install())
    expect(existsSync(join(folder, BINDING))).toBe(true)
    expect(existsSync(join(folder, 'deps/site/tensorflow/include'))).toBe(false)
    expect(existsSync(join(folder, 'scratch'))).toBe(false)
  })

  test('is left alone by a second one', async () => {
    const machine = fakeMachine()
    await installNative(machine.install())
    machine.remove('python3')
    expect(await installNative(machine.install())).toMatchObject({ fresh: false })
  })

  test('replaces a damaged one', async () => {
    const machine = fakeMachine()
    const { folder } = await installNative(machine.install())
    truncateSync(join(folder, BINDING), 0)
    expect(await installNative(machine.install())).toMatchObject({ fresh: true })
    expect(findNative(machine.cache, machine.pins).kind).toBe('there')
  })

  test('is removed with what killed ones left, and removing it again does nothing', async () => {
    const machine = fakeMachine()
    const { folder } = await installNative(machine.install())
    // no process has this number: they end at 4 million
    mkdirSync(join(machine.cache, 'native-building-99999999-abc/package'), { recursive: true })
    mkdirSync(join(machine.cache, `native-building-${process.ppid}-abc`))
    expect(await removeNative(machine.cache)).toEqual([folder])
    expect(readdirSync(machine.cache)).toEqual([`native-building-${process.ppid}-abc`])
    expect(await removeNative(machine.cache)).toEqual([])
    expect(await removeNative(join(machine.cache, 'absent'))).toEqual([])
  })
})

describe('what is missing is said, with how to get it:', () => {
  test.each([
    ['python3', 'needs python3', 'apt-get install python3 python3-pip'],
    ['g++', 'needs a C++ compiler; g++ does not run', 'apt-get install g++'],
    ['npm', 'needs npm', 'apt-get install npm'],
    ['tar', 'needs tar', 'apt-get install tar'],
  ] as const)('%s', async (tool, what, next) => {
    const machine = fakeMachine()
    machine.remove(tool)
    const text = await refusalOf(machine.install())
    expect(text).toContain(what)
    expect(text).toContain(next)
    expect(readdirSync(machine.cache)).toEqual([])
  })

  test('pip', async () => {
    const machine = fakeMachine()
    const options = machine.install()
    const [bin] = (options.env['PATH'] ?? '').split(':')
    const script =
      '#!/bin/sh\ncase "$*" in --version) exit 0;; esac\necho No module named pip; exit 1\n'
    writeFileSync(join(bin ?? '', 'python3'), script, { mode: 0o755 })
    expect(await refusalOf(options)).toMatch(/needs pip.*apt-get install python3-pip/)
  })

  test('the compiler that CXX names', async () => {
    const machine = fakeMachine()
    const { env } = machine.install()
    const text = await refusalOf(machine.install({ env: { ...env, CXX: 'clang++-99' } }))
    expect(text).toContain('clang++-99 (from the variable CXX) does not run')
  })

  test('disk space', async () => {
    const machine = fakeMachine()
    const pins = { ...machine.pins, diskBytes: 1e18 }
    expect(await refusalOf(machine.install({ pins }))).toMatch(
      /needs 1000000000.0 GB free in .*; there are [\d.]+ GB.*Make room/,
    )
  })

  test('all of it at once', async () => {
    const machine = fakeMachine()
    machine.remove('g++')
    machine.remove('python3')
    expect((await refusalOf(machine.install())).split('\n')).toHaveLength(2)
  })

  test.each([
    [{ platform: 'darwin', arch: 'arm64', glibc: null }, 'built on Linux only, and this is darwin'],
    [{ platform: 'linux', arch: 'x64', glibc: null }, 'this machine has another C library'],
    [
      { platform: 'linux', arch: 'x64', glibc: '2.17' },
      '2.27 or newer; this machine has version 2.17',
    ],
  ])('another machine: %o', async (machine, what) => {
    expect(await refusalOf(fakeMachine().install({ machine }))).toContain(what)
  })

  test('another architecture', async () => {
    const machine = { platform: 'linux', arch: 'riscv64', glibc: '2.36' }
    const pins = pinsOf('cpu', 'riscv64')
    expect(await refusalOf(fakeMachine().install({ machine, pins }))).toContain('riscv64')
  })
})

describe('a step that fails says so, and leaves nothing behind:', () => {
  test.each([
    [
      'npm',
      'echo "npm error 404 Not Found" >&2; exit 1',
      ['getting tfjs-node by npm failed', '404'],
    ],
    ['tar', 'echo "tar: not a gzip" >&2; exit 2', ['unpacking tfjs-node failed', 'not a gzip']],
    [
      'python3',
      'echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES" >&2; exit 1',
      ['getting TensorFlow by pip failed', 'DO NOT MATCH THE HASHES'],
    ],
    [
      'python3',
      'echo "OSError: [Errno 28] No space left on device" >&2; exit 1',
      ['getting TensorFlow by pip failed', 'The disk is full.'],
    ],
    [
      'g++',
      'echo "error: unrecognized option -std=c++17" >&2; exit 1',
      ['compiling the binding failed', 'unrecognized option', 'CXX=clang++'],
    ],
  ] as const)('%s: %s', async (tool, script, words) => {
    const machine = fakeMachine()
    machine.change(tool, script)
    const text = await refusalOf(machine.install())
    for (const word of words) expect(text).toContain(word)
    expect(readdirSync(machine.cache)).toEqual([])
  })

  test('a package that is not the pinned one', async () => {
    const machine = fakeMachine()
    machine.change('npm', 'echo other > other.tgz; echo other.tgz')
    const text = await refusalOf(machine.install())
    expect(text).toContain('It is not the package that was expected')
    expect(readdirSync(machine.cache)).toEqual([])
  })

  test('a binding that does not load', async () => {
    const machine = fakeMachine()
    const trial = async () => {
      throw failed('loading the binding', 'It says 2.9.1.', 'Report this.')
    }
    expect(await refusalOf(machine.install({ trial }))).toContain('It says 2.9.1.')
    expect(readdirSync(machine.cache)).toEqual([])
  })

  test('an interruption', async () => {
    const machine = fakeMachine()
    machine.change('g++', 'sleep 60')
    const controller = new AbortController()
    const progress = (_: number, what: string) => {
      if (what === 'the binding') controller.abort()
    }
    const installing = installNative(machine.install({ signal: controller.signal, progress }))
    await expect(installing).rejects.toThrow(/abort/i)
    expect(readdirSync(machine.cache)).toEqual([])
  })

  test('and does not touch what was there', async () => {
    const machine = fakeMachine()
    const { folder } = await installNative(machine.install())
    machine.change('g++', 'exit 1')
    const pins = { ...machine.pins, wheels: 'tensorflow-cpu==2.22.0 --hash=sha256:1\n' }
    await refusalOf(machine.install({ pins }))
    expect(findNative(machine.cache, machine.pins)).toMatchObject({
      kind: 'there',
      library: { folder },
    })
  })
})

describe('an installation that cannot be trusted is not used:', () => {
  const stateAfter = async (spoil: (folder: string) => void) => {
    const machine = fakeMachine()
    const { folder } = await installNative(machine.install())
    spoil(folder)
    return findNative(machine.cache, machine.pins)
  }
  const unusable = (why: RegExp) => ({ kind: 'unusable', why: expect.stringMatching(why) })

  test('none at all', () => {
    const machine = fakeMachine()
    expect(findNative(machine.cache, machine.pins)).toEqual({ kind: 'absent' })
  })

  test('a broken binding', async () => {
    const spoil = (folder: string) => writeFileSync(join(folder, BINDING), 'compiled?')
    expect(await stateAfter(spoil)).toEqual(unusable(/is damaged: .*tfjs_binding\.node/))
  })

  test('a library of another size, or gone', async () => {
    const library = 'deps/site/tensorflow/libtensorflow_cc.so.2'
    const cut = (folder: string) => truncateSync(join(folder, library), 1)
    const remove = (folder: string) => rmSync(join(folder, library))
    expect(await stateAfter(cut)).toEqual(unusable(/libtensorflow_cc\.so\.2 is not as it was/))
    expect(await stateAfter(remove)).toEqual(unusable(/libtensorflow_cc\.so\.2 is not as it was/))
  })

  test('one without its manifest', async () => {
    const spoil = (folder: string) => rmSync(join(folder, 'gradus-native.json'))
    expect(await stateAfter(spoil)).toEqual(unusable(/is not whole/))
  })

  test('a folder that was half removed by hand', () => {
    const machine = fakeMachine()
    mkdirSync(nativeFolder(machine.cache, 'cpu'))
    expect(findNative(machine.cache, machine.pins)).toEqual(unusable(/is not whole/))
  })

  test('a wheel of another version', async () => {
    const machine = fakeMachine()
    await installNative(machine.install())
    const pins = { ...machine.pins, wheels: 'tensorflow-cpu==2.22.0 --hash=sha256:1\n' }
    expect(findNative(machine.cache, pins)).toEqual(
      unusable(/another build \(TensorFlow 2\.21\.0\)/),
    )
  })
})

test('every pinned wheel has a version and a SHA-256 hash', () => {
  for (const pins of [pinsOf('cpu', 'x64'), pinsOf('cpu', 'arm64'), pinsOf('gpu', 'x64')]) {
    const lines = (pins?.wheels ?? '')
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^[\w-]+==[\d.]+ --hash=sha256:[0-9a-f]{64}$/)
  }
  expect(pinsOf('gpu', 'arm64')).toBeNull()
})
