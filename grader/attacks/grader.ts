import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Outcome } from '../model/outcome.ts'
import type { Scorecard } from '../model/scorecard.ts'
import type { Layer } from '../run/sandbox/index.ts'
import { Watch } from './watch.ts'

/** A report as a student gets it. */
export interface Shown {
  readonly as: 'terminal' | 'markdown' | 'html'
  readonly text: string
}

export type Answer =
  | {
      readonly kind: 'graded'
      readonly card: Scorecard
      readonly outcome: Outcome
      readonly shown: readonly Shown[]
    }
  /** The submission as a whole was turned down, with a located message. */
  | { readonly kind: 'refused'; readonly message: string }

/** What one grading left to see from outside. */
export interface Seen {
  /** Null when the grader itself ended, or gave no answer in time. */
  readonly answer: Answer | null
  /** All that the grader's process printed meanwhile. */
  readonly printed: string
  /** Processes that are still there afterwards. */
  readonly processes: readonly string[]
}

export interface GraderOptions {
  readonly root: string
  readonly rung: 'A' | 'B'
  readonly without: readonly Layer[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Text by which processes that an attack starts are known. */
  readonly marker: string
}

const VICTIM = fileURLToPath(new URL('./victim.ts', import.meta.url))

/** Well beyond boot, starts and total time of one grading. */
const SECONDS = 90
/** How long the processes of a sandbox may take to disappear. */
const GRACE = 3000

/** A grader in a process of its own; started again when an attack has ended it. */
export class Grader {
  readonly #options: GraderOptions
  #child: ChildProcess | null = null
  #watch: Watch | null = null
  #printed = ''
  #answered: (line: string | null) => void = () => undefined

  constructor(options: GraderOptions) {
    this.#options = options
  }

  async grade(submission: string, lab: string): Promise<Seen> {
    const child = this.#child ?? this.#start()
    const { promise, resolve } = Promise.withResolvers<string | null>()
    this.#answered = resolve
    this.#printed = ''
    this.#watch?.begin()
    child.stdin?.write(`${JSON.stringify({ submission, lab })}\n`)
    const timer = setTimeout(() => this.stop(), SECONDS * 1000)
    const line = await promise
    clearTimeout(timer)
    const processes = (await this.#watch?.remaining(GRACE)) ?? []
    const answer: Answer | null = line === null ? null : JSON.parse(line)
    return { answer, printed: this.#printed, processes }
  }

  stop(): void {
    this.#child?.kill('SIGKILL')
    this.#watch?.end()
  }

  #start(): ChildProcess {
    const { root, rung, without, cwd, env, marker } = this.#options
    const child = spawn(process.execPath, [VICTIM, root, rung, ...without], {
      cwd,
      env,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#watch = new Watch(child.pid ?? 0, marker)
    const collect = (chunk: Buffer) => {
      this.#printed += chunk.toString('latin1')
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.stdin?.on('error', () => undefined)
    const answers = child.stdio[3]
    if (answers && isReadable(answers)) {
      createInterface({ input: answers }).on('line', (line) => this.#answered(line))
    }
    child.on('close', () => {
      this.#child = null
      this.#watch?.end()
      this.#answered(null)
    })
    return child
  }
}

function isReadable(stream: object): stream is Readable {
  return 'read' in stream
}
