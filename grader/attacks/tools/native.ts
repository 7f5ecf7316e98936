/**
 * System calls from JavaScript, as an attacker without a compiler makes them: /proc/self/mem ignores page
 * protection, so the machine code of libc's `getpriority` is overwritten and `os.getPriority` runs it.
 * x86-64 with glibc only.
 */
const fs = process.getBuiltinModule('node:fs')
const os = process.getBuiltinModule('node:os')

const SHT_DYNSYM = 11
/** mov rax/rdi/rsi/rdx/r10/r8/r9, imm64 */
const MOVES = ['48b8', '48bf', '48be', '48ba', '49ba', '49b8', '49b9']

let gadget: number | undefined

/** The raw result: negative numbers are -errno. Buffers are passed by address. */
export function syscall(number: number, ...args: (number | Uint8Array)[]): number {
  return run('0f05', [number, ...args])
}

/** The same through the 32-bit gate, which has numbers of its own. */
export function syscall32(number: number): number {
  return run('cd80', [number])
}

const [MMAP, READ_WRITE, PRIVATE_ANONYMOUS_LOW] = [9, 3, 0x62]

/**
 * The address of a page where the kernel may write, which a buffer that is passed is not: it lies in code.
 * Below 2 GiB, as results are cut to 32 bits.
 */
export function writablePage(): number {
  const page = syscall(MMAP, 0, 4096, READ_WRITE, PRIVATE_ANONYMOUS_LOW, -1, 0)
  if (page < 0) throw new Error(`mmap ${errno(page)}`)
  return page
}

export const text = (value: string) => Buffer.from(`${value}\0`)

export function errno(result: number): string {
  const found = Object.entries(os.constants.errno).find(([, value]) => value === -result)
  return result < 0 ? (found?.[0] ?? String(result)) : `result ${result}`
}

function run(gate: string, words: (number | Uint8Array)[]): number {
  if (process.arch !== 'x64') throw new Error('needs x86-64')
  gadget ??= addressOf('getpriority')
  const moves: Buffer[] = []
  const data: Uint8Array[] = []
  let end = words.length * 10 + 3
  words.forEach((word, i) => {
    const value = Buffer.alloc(8)
    if (typeof word === 'number') value.writeBigInt64LE(BigInt(word))
    else {
      value.writeBigInt64LE(BigInt((gadget ?? 0) + end))
      data.push(word)
      end += word.length
    }
    moves.push(Buffer.from(MOVES[i] ?? '', 'hex'), value)
  })
  const code = Buffer.concat([...moves, Buffer.from(`${gate}c3`, 'hex'), ...data])
  const memory = fs.openSync('/proc/self/mem', 'r+')
  fs.writeSync(memory, code, 0, code.length, gadget)
  fs.closeSync(memory)
  return os.getPriority(0)
}

function addressOf(symbol: string): number {
  const maps = fs.readFileSync('/proc/self/maps', 'latin1').split('\n')
  const libc = maps.find((line) => line.endsWith('/libc.so.6')) ?? ''
  const elf = fs.readFileSync(libc.slice(libc.indexOf('/')))
  const word = (at: number) => Number(elf.readBigUInt64LE(at))
  const sections = word(0x28)
  for (let i = 0; i < elf.readUInt16LE(0x3c); i++) {
    const section = sections + i * 64
    if (elf.readUInt32LE(section + 4) !== SHT_DYNSYM) continue
    const names = word(sections + elf.readUInt32LE(section + 40) * 64 + 24)
    for (let at = word(section + 24); at < word(section + 24) + word(section + 32); at += 24) {
      const name = names + elf.readUInt32LE(at)
      if (elf.toString('latin1', name, name + symbol.length + 1) === `${symbol}\0`)
        return Number.parseInt(libc, 16) + word(at + 8)
    }
  }
  throw new Error(`libc has no ${symbol}`)
}
