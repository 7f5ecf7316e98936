import { syscallsOf } from './syscalls.ts'

/** One classic BPF instruction: struct sock_filter. */
interface Instruction {
  readonly code: number
  readonly jumpTrue: number
  readonly jumpFalse: number
  readonly operand: number
}

const LOAD_WORD = 0x20
const JUMP_EQUAL = 0x15
const JUMP_AT_LEAST = 0x35
const JUMP_ANY_BIT = 0x45
const RETURN = 0x06

const ALLOW = 0x7fff0000
const KILL_PROCESS = 0x80000000
const EPERM = 1
const ENOSYS = 38
const EAFNOSUPPORT = 97

/** Offsets in struct seccomp_data; arguments are 64 bits, of which the low word comes first. */
const NUMBER = 0
const ARCHITECTURE = 4
const ARGUMENT_0 = 16
const ARGUMENT_1 = 24
const ARGUMENT_3 = 40

const X32_BIT = 0x40000000
const CLONE_THREAD = 0x00010000
/** CLONE_NEW{TIME,NS,CGROUP,UTS,IPC,USER,PID,NET}. */
const CLONE_NAMESPACES = 0x7e020080
const MAP_SHARED = 0x1
const MAP_GROWSDOWN = 0x100
const TIOCSTI = 0x5412
const TIOCLINUX = 0x541c

/**
 * The filter that bubblewrap installs, as raw `sock_filter` bytes: no new process, no socket, no kernel
 * interface that a numeric program has no use for. Everything else is allowed: Node changes what it
 * calls from one version to the next.
 */
export function seccompFilter(arch: string): Buffer {
  const syscalls = syscallsOf(arch)
  return assemble([
    load(ARCHITECTURE),
    jump(JUMP_EQUAL, syscalls.audit, 1, 0),
    answer(KILL_PROCESS),
    load(NUMBER),
    ...(arch === 'x64' ? [jump(JUMP_AT_LEAST, X32_BIT, 0, 1), answer(KILL_PROCESS)] : []),
    ...Object.values(syscalls.refused).flatMap((number) => refuse(number, EPERM)),
    // the C library then falls back to clone(), whose flags a filter can read
    ...refuse(syscalls.clone3, ENOSYS),
    // no family at all: AF_VSOCK ignores the network namespace
    ...refuse(syscalls.socket, EAFNOSUPPORT),
    ...threadsOnly(syscalls.clone),
    ...countedMemory(syscalls.mmap),
    ...noTerminalInput(syscalls.ioctl),
    answer(ALLOW),
  ])
}

/** One process, so that limits per process bound the whole sandbox; threads of no new namespace. */
function threadsOnly(clone: number): Instruction[] {
  return [
    jump(JUMP_EQUAL, clone, 0, 6),
    load(ARGUMENT_0),
    jump(JUMP_ANY_BIT, CLONE_NAMESPACES, 0, 1),
    answer(errno(EPERM)),
    jump(JUMP_ANY_BIT, CLONE_THREAD, 1, 0),
    answer(errno(EPERM)),
    load(NUMBER),
  ]
}

/** Shared memory, and memory that grows like a stack, is not counted by the limit on data. */
function countedMemory(mmap: number): Instruction[] {
  return [
    jump(JUMP_EQUAL, mmap, 0, 4),
    load(ARGUMENT_3),
    jump(JUMP_ANY_BIT, MAP_SHARED | MAP_GROWSDOWN, 0, 1),
    answer(errno(EPERM)),
    load(NUMBER),
  ]
}

function noTerminalInput(ioctl: number): Instruction[] {
  return [
    jump(JUMP_EQUAL, ioctl, 0, 4),
    load(ARGUMENT_1),
    jump(JUMP_EQUAL, TIOCSTI, 1, 0),
    jump(JUMP_EQUAL, TIOCLINUX, 0, 1),
    answer(errno(EPERM)),
  ]
}

function refuse(number: number, code: number): Instruction[] {
  return [jump(JUMP_EQUAL, number, 0, 1), answer(errno(code))]
}

function errno(code: number): number {
  return 0x00050000 | code
}

function load(offset: number): Instruction {
  return { code: LOAD_WORD, jumpTrue: 0, jumpFalse: 0, operand: offset }
}

function jump(code: number, operand: number, jumpTrue: number, jumpFalse: number): Instruction {
  return { code, jumpTrue, jumpFalse, operand }
}

function answer(action: number): Instruction {
  return { code: RETURN, jumpTrue: 0, jumpFalse: 0, operand: action }
}

/** Both known architectures are little-endian. */
function assemble(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8)
  program.forEach(({ code, jumpTrue, jumpFalse, operand }, index) => {
    bytes.writeUInt16LE(code, index * 8)
    bytes.writeUInt8(jumpTrue, index * 8 + 2)
    bytes.writeUInt8(jumpFalse, index * 8 + 3)
    bytes.writeUInt32LE(operand, index * 8 + 4)
  })
  return bytes
}
