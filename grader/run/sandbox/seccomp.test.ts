import { describe, expect, test } from 'vitest'
import { seccompFilter } from './seccomp.ts'
import { syscallsOf } from './syscalls.ts'

const ALLOW = 'allow'

/** What the kernel would answer: classic BPF over struct seccomp_data. */
function ask(filter: Buffer, audit: number, number: number, ...args: number[]): string {
  const data = Buffer.alloc(64)
  data.writeUInt32LE(number >>> 0, 0)
  data.writeUInt32LE(audit >>> 0, 4)
  args.forEach((arg, index) => {
    data.writeUInt32LE(arg >>> 0, 16 + index * 8)
  })
  let accumulator = 0
  for (let at = 0; at * 8 < filter.length; at += 1) {
    const code = filter.readUInt16LE(at * 8)
    const operand = filter.readUInt32LE(at * 8 + 4)
    const jump = (taken: boolean) => filter.readUInt8(at * 8 + (taken ? 2 : 3))
    if (code === 0x20) accumulator = data.readUInt32LE(operand)
    else if (code === 0x15) at += jump(accumulator === operand)
    else if (code === 0x35) at += jump(accumulator >= operand)
    else if (code === 0x45) at += jump((accumulator & operand) !== 0)
    else if (code === 0x06) return meaning(operand)
    else throw new Error(`unknown instruction ${code}`)
  }
  throw new Error('the filter ends without an answer')
}

function meaning(operand: number): string {
  if (operand === 0x7fff0000) return ALLOW
  if (operand === 0x80000000) return 'kill'
  return `errno ${operand & 0xffff}`
}

const THREAD_FLAGS = 0x3d0f00
const CASES = {
  x64: { audit: 0xc000003e, read: 0, write: 1, mmap: 9, execve: 59, futex: 202, exit: 231 },
  arm64: { audit: 0xc00000b7, read: 63, write: 64, mmap: 222, execve: 221, futex: 98, exit: 94 },
}

describe.each(['x64', 'arm64'] as const)('the filter for %s', (arch) => {
  const filter = seccompFilter(arch)
  const { audit, ...allowed } = CASES[arch]
  const syscalls = syscallsOf(arch)

  test.each(Object.entries(allowed))('allows %s', (_, number) => {
    expect(ask(filter, audit, number)).toBe(ALLOW)
  })

  test.each(Object.entries(syscalls.refused))('refuses %s', (_, number) => {
    expect(ask(filter, audit, number)).toBe('errno 1')
  })

  test('refuses memory that no limit counts, and allows what is private', () => {
    const [PRIVATE, SHARED, SHARED_VALIDATE, ANONYMOUS, GROWS_DOWN] = [2, 1, 3, 0x20, 0x100]
    const map = (flags: number) => ask(filter, audit, syscalls.mmap, 0, 4096, 3, flags)
    expect(map(PRIVATE | ANONYMOUS)).toBe(ALLOW)
    expect(map(SHARED | ANONYMOUS)).toBe('errno 1')
    expect(map(SHARED)).toBe('errno 1')
    expect(map(SHARED_VALIDATE | ANONYMOUS)).toBe('errno 1')
    expect(map(PRIVATE | ANONYMOUS | GROWS_DOWN)).toBe('errno 1')
  })

  test('refuses every socket, and clone3 as if it were not there', () => {
    for (const family of [1, 2, 10, 16, 17, 40]) {
      expect(ask(filter, audit, syscalls.socket, family)).toBe('errno 97')
    }
    expect(ask(filter, audit, syscalls.clone3)).toBe('errno 38')
  })

  test('allows threads and no processes or namespaces', () => {
    expect(ask(filter, audit, syscalls.clone, THREAD_FLAGS)).toBe(ALLOW)
    expect(ask(filter, audit, syscalls.clone, 17)).toBe('errno 1')
    expect(ask(filter, audit, syscalls.clone, 0)).toBe('errno 1')
    for (const flag of [0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000]) {
      expect(ask(filter, audit, syscalls.clone, THREAD_FLAGS | flag)).toBe('errno 1')
    }
    expect(ask(filter, audit, syscalls.clone, THREAD_FLAGS | 0x40000000 | 0x80)).toBe('errno 1')
  })

  test('allows ioctl, but for putting words into a terminal', () => {
    expect(ask(filter, audit, syscalls.ioctl, 1, 0x5401)).toBe(ALLOW)
    expect(ask(filter, audit, syscalls.ioctl, 1, 0x5412)).toBe('errno 1')
    expect(ask(filter, audit, syscalls.ioctl, 1, 0x541c)).toBe('errno 1')
  })

  test('kills a call of another architecture', () => {
    expect(ask(filter, 0x40000003, 1)).toBe('kill')
  })
})

test('the filter for x64 kills calls of the x32 interface', () => {
  expect(ask(seccompFilter('x64'), 0xc000003e, 0x40000000)).toBe('kill')
})

test('there is no filter for an unknown architecture', () => {
  expect(() => seccompFilter('mips')).toThrow('no system call filter for mips')
})
