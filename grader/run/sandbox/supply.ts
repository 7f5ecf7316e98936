import { availableParallelism } from 'node:os'
import type { Engine } from '../../model/backend.ts'
import type { Limits } from '../../model/lab.ts'
import type { PackageName } from '../../model/package.ts'
import type { Failure } from '../../model/value.ts'
import { failureOfDeath, fault, limitFailure } from './death.ts'
import { insidePaths, type LaunchOptions, type Layer, type RealRung } from './launch.ts'
import { gpuHere } from './native.ts'
import { plainText } from './plain-text.ts'
import { SandboxProcess } from './process.ts'
import { runtimePaths } from './runtime/index.ts'
import { packagesFolder } from './runtime/packages.ts'
import { type StagingFolder, stagingFolder } from './staging.ts'
import { findTools, isComplete } from './tools.ts'
import { claimUser } from './users.ts'

/** Replies of one process, all together, may be this many times the largest single one. */
const REPLIES = 32

/** Handles of one process start here, so that a later process does not know those of an earlier one. */
const HANDLES_PER_PROCESS = 1_000_000

/** A process that has booted. */
export interface Live {
  readonly process: SandboxProcess
  /** Files that it has imported. */
  readonly imported: Set<string>
}

export interface SupplyOptions {
  readonly rung: RealRung
  readonly limits: Limits
  readonly backend: Engine
  readonly packages: readonly PackageName[]
  readonly without: readonly Layer[]
}

/** Starts the sandboxes of one submission: the first at once, another after each death. */
export class Supply {
  readonly #limits: Limits
  readonly #rung: RealRung
  readonly #backend: Engine
  readonly #packages: readonly PackageName[]
  readonly #without: ReadonlySet<Layer>
  readonly #user = claimUser()
  readonly #starts = new Map<string, number>()
  readonly folder: Promise<StagingFolder>
  #started = 0
  #unclaimed = true
  #current: Promise<Live | Failure>
  #printed = ''
  #process: SandboxProcess | null = null

  constructor({ rung, limits, backend, packages, without }: SupplyOptions) {
    this.#rung = rung
    this.#backend = backend
    this.#packages = packages
    this.#limits = limits
    this.#without = new Set(without)
    this.folder = this.#user.then(({ uid }) =>
      stagingFolder(this.#isRoot && !this.#without.has('caps') ? uid : null),
    )
    // reported by whoever needs the folder
    this.folder.catch(() => undefined)
    this.#current = this.#start()
  }

  /** The process at hand, or a new one if that has died and the task may start another. */
  async liveFor(task: string): Promise<Live | Failure> {
    const current = await this.#current
    // its user's limits count both, and what ends the one must not find the other
    if (!('kind' in current) && !current.process.alive) await current.process.ended
    const usable = !('kind' in current) && current.process.alive
    if (usable && !this.#unclaimed) return current
    const starts = this.#starts.get(task) ?? 0
    if (!this.#unclaimed && starts >= this.#limits.startsPerTask) {
      // starts that failed for a reason of ours are no reproach to the submission
      const ours = 'kind' in current && current.kind === 'fault'
      return ours ? current : limitFailure('starts', this.#limits)
    }
    this.#starts.set(task, starts + 1)
    if (!this.#unclaimed) this.#current = this.#start()
    this.#unclaimed = false
    return this.#current
  }

  /** Ends the process at hand; a start under way is waited for. */
  async stop(): Promise<void> {
    this.#process?.kill({ kind: 'closed' })
    await this.#current
    this.#process?.kill({ kind: 'closed' })
    await this.#process?.ended
    const user = await this.#user.catch(() => null)
    await user?.[Symbol.asyncDispose]()
  }

  get printed(): string {
    return this.#printed + (this.#process?.printed ?? '')
  }

  async #start(): Promise<Live | Failure> {
    try {
      const options = await this.#launchOptions()
      this.#printed = this.printed.slice(0, 100_000)
      const bytes = this.#limits.replyMB * 1_000_000
      const process = new SandboxProcess(options, { reply: bytes, total: REPLIES * bytes })
      this.#process = process
      return await this.#boot(process)
    } catch (error) {
      return fault(`the sandbox could not be started: ${messageOf(error)}`)
    }
  }

  /** No code of the submission runs while booting, so a failure is not its doing. */
  async #boot(process: SandboxProcess): Promise<Live | Failure> {
    const firstHandle = this.#started * HANDLES_PER_PROCESS
    this.#started += 1
    const answer = await process.ask({ op: 'boot', firstHandle, epoch: 0, seed: 0 }, [], {
      milliseconds: this.#limits.bootSeconds * 1000,
      limit: 'boot-time',
    })
    if ('frame' in answer) return { process, imported: new Set() }
    const { death } = answer
    const failure = failureOfDeath(death, this.#limits)
    const how = failure.kind === 'crash' ? failure.message : 'it took too long'
    return fault(plainText(`the sandbox did not start: ${how}. ${death.stderr}`))
  }

  async #launchOptions(): Promise<LaunchOptions> {
    const [runtime, packages, { uid }] = await Promise.all([
      runtimePaths(this.#backend),
      packagesFolder(this.#packages),
      this.#user,
    ])
    const { dir } = await this.folder
    const tools = findTools()
    if (!isComplete(tools)) throw new Error(`${tools.join(' and ')} not found`)
    const backend = this.#backend
    const without = this.#without
    const inside = insidePaths({ runtime, submission: dir, backend, packages, without })
    return {
      rung: this.#rung,
      runtime,
      tools,
      submission: dir,
      program: [
        ...[`${inside.runtime}/boot.cjs`, inside.submission, inside.native ?? ''],
        ...[inside.packages ?? '', ...this.#packages],
      ],
      limits: this.#limits,
      backend,
      gpu: backend.device === 'gpu' ? gpuHere() : null,
      packages,
      root: this.#isRoot,
      uid,
      cores: availableParallelism(),
      without,
    }
  }

  get #isRoot(): boolean {
    return process.getuid?.() === 0
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
