import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

interface Process {
  readonly pid: number
  readonly parent: number
  /** Clock ticks since boot: with it a pid names one process only. */
  readonly started: string
}

const INTERVAL = 50

/** Follows all descendants of a process, also those that were adopted by another since. */
export class Watch {
  readonly #root: number
  readonly #marker: string
  readonly #timer: NodeJS.Timeout
  #before = new Set<string>()
  readonly #family = new Map<string, Process>()

  constructor(root: number, marker: string) {
    this.#root = root
    this.#marker = marker
    this.#timer = setInterval(() => this.#look(), INTERVAL)
  }

  /** What is there now belongs to the watched process itself. */
  begin(): void {
    this.#look()
    this.#before = new Set([...this.#family.keys()])
  }

  /** Descendants that came since `begin` and are still there after `grace` milliseconds. */
  async remaining(grace: number): Promise<string[]> {
    const end = Date.now() + grace
    for (;;) {
      const left = this.#left()
      if (left.length === 0 || Date.now() > end) return left
      await sleep(INTERVAL)
    }
  }

  end(): void {
    clearInterval(this.#timer)
  }

  #left(): string[] {
    this.#look()
    const alive = new Map(processes().map((process) => [key(process), process]))
    const family = [...this.#family.keys()]
      .filter((name) => alive.has(name) && !this.#before.has(name))
      .map((name) => alive.get(name)?.pid ?? 0)
    const marked = [...alive.values()].map(({ pid }) => pid).filter((pid) => this.#isMarked(pid))
    return [...new Set([...family, ...marked])].map((pid) => `${pid} ${commandOf(pid)}`)
  }

  #isMarked(pid: number): boolean {
    return pid !== process.pid && commandOf(pid).includes(this.#marker)
  }

  #look(): void {
    const all = processes()
    const pids = new Set([this.#root])
    for (let size = 0; size !== pids.size; ) {
      size = pids.size
      for (const { pid, parent } of all) if (pids.has(parent)) pids.add(pid)
    }
    for (const process of all) {
      if (pids.has(process.pid) && process.pid !== this.#root) {
        this.#family.set(key(process), process)
      }
    }
  }
}

function key({ pid, started }: Process): string {
  return `${pid}@${started}`
}

/** All processes of the machine but zombies, which hold nothing. */
function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (fields[0] === 'Z' || fields[0] === 'X') return []
      return [{ pid: Number(name), parent: Number(fields[1]), started: fields[19] ?? '' }]
    } catch {
      return []
    }
  })
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').slice(0, 300)
  } catch {
    return ''
  }
}
