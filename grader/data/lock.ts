import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { refuse } from './refuse.ts'

const OWN = `${process.pid} ${startOf(process.pid)}`

/** Those of this process. */
const held = new Set<string>()

/**
 * Runs `action` while no other process runs one for the same `file`, which is made for that time and holds the
 * number of the process and when it began. One that a killed process left is taken over.
 *
 * Throws InputError, about `subject`, while another process has it.
 */
export async function alone<T>(
  file: string,
  subject: string,
  action: () => Promise<T>,
): Promise<T> {
  take(file, subject)
  held.add(file)
  try {
    return await action()
  } finally {
    held.delete(file)
    rmSync(file, { force: true })
  }
}

function take(file: string, subject: string): void {
  if (tried(file)) return
  const holder = readFileSync(file, 'utf8')
  const [pid = '', since = ''] = holder.split(' ')
  if (held.has(file) || (holder !== OWN && runs(Number(pid), since))) {
    const next = `Wait for it, or end it; if none is running, remove ${file}.`
    refuse(subject, `is being fetched already, by process ${pid}.`, next)
  }
  rmSync(file, { force: true })
  if (!tried(file)) take(file, subject)
}

function tried(file: string): boolean {
  try {
    writeFileSync(file, OWN, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function runs(pid: number, since: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  // a number is given again, and a killed process may wait for its parent without end
  return since === startOf(pid)
}

/** When a process began, by Linux (proc(5), field 22); empty elsewhere, and of one that has ended. */
function startOf(pid: number): string {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return ''
  const stat = readFileSync(file, 'utf8')
  const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return 'ZX'.includes(state) ? '' : (rest[18] ?? '')
}
