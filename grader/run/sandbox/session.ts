import { type Engine, WASM } from '../../model/backend.ts'
import type { Limits } from '../../model/lab.ts'
import type { PackageName } from '../../model/package.ts'
import type { Context, Failure, Reply, Request, Transport, Value } from '../../model/value.ts'
import type { Workspace } from '../../model/workspace.ts'
import { readAnswer } from './answer.ts'
import { type Pieces, ProtocolError } from './bytes.ts'
import { encodeValue } from './codec.ts'
import { failureOfDeath, fault, limitFailure } from './death.ts'
import type { Ask } from './frame.ts'
import type { Layer, RealRung } from './launch.ts'
import type { Deadline } from './process.ts'
import { type Live, Supply } from './supply.ts'

export interface SessionOptions {
  readonly rung: RealRung
  readonly limits: Limits
  /** What to compute on; wasm by default. */
  readonly backend?: Engine
  /** What the submission may import besides TensorFlow.js and `gradus/layers`. */
  readonly packages?: readonly PackageName[]
  /** Layers to leave out, for showing what each is good for. */
  readonly without?: readonly Layer[]
}

/** One submission in its sandbox: a process at a time, and a new one after a death. */
export interface Session extends Transport {
  /** Hands the submission's files to the sandbox. Requests wait for it. */
  load(workspace: Workspace): Promise<void>
  /** Never rejects: whatever the submission does is a Failure, and so is a defect of ours (`fault`). */
  request(request: Request, context: Context): Promise<Reply>
  /** Ends the sandbox, waits until it is gone and removes its files. */
  close(): Promise<void>
  /** What the submission has printed on its standard output. */
  printed(): string
}

/** Starts a sandbox at once, so that it boots while the submission is still being fetched. */
export function openSession(options: SessionOptions): Session {
  return new SandboxSession(options)
}

class SandboxSession implements Session {
  readonly #limits: Limits
  readonly #options: SessionOptions
  #supply: Supply
  #workspace: Workspace | null = null
  #loading: Promise<void> | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #closed = false
  #check = ''
  #epoch = 0
  #calls = 0
  #usedMilliseconds = 0
  /** Files that ended a sandbox or ran out of time while loading: they would do so again. */
  readonly #unloadable = new Map<string, Failure>()

  constructor(options: SessionOptions) {
    this.#options = options
    this.#limits = options.limits
    this.#supply = supplyFor(options)
  }

  load(workspace: Workspace): Promise<void> {
    this.#loading = this.#fill(workspace, this.#loading)
    return this.#loading
  }

  request(request: Request, context: Context): Promise<Reply> {
    const reply = this.#turn.then(() => this.#serve(request, context))
    this.#turn = reply
    return reply
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#discard(this.#supply)
  }

  printed(): string {
    return this.#supply.printed
  }

  async #fill(workspace: Workspace, earlier: Promise<void> | null): Promise<void> {
    if (earlier !== null) {
      await earlier.catch(() => undefined)
      await this.#discard(this.#supply)
      this.#supply = supplyFor(this.#options)
      this.#unloadable.clear()
    }
    this.#workspace = workspace
    await (await this.#supply.folder).fill(workspace)
  }

  async #discard(supply: Supply): Promise<void> {
    await supply.stop()
    const folder = await supply.folder.catch(() => null)
    await folder?.remove()
  }

  async #serve(request: Request, context: Context): Promise<Reply> {
    try {
      await this.#loading
      if (this.#closed) return failed(fault('the session is closed'))
      return await this.#perform(request, context)
    } catch (error) {
      return failed(fault(error instanceof Error ? error.message : String(error)))
    }
  }

  async #perform(request: Request, context: Context): Promise<Reply> {
    this.#enter(context)
    this.#calls += 1
    if (this.#calls > this.#limits.calls) return failed(limitFailure('calls', this.#limits))
    if (request.op === 'call') {
      const failure = this.#missing(request.file) ?? this.#unloadable.get(request.file)
      if (failure !== undefined) return failed(failure)
    }
    const live = await this.#supply.liveFor(context.task)
    if ('kind' in live) return failed(live)
    if (request.op === 'call' && !live.imported.has(request.file)) {
      const loaded = await this.#import(live, request.file, context)
      if (!loaded.ok) return loaded
    }
    const { ask, body } = messageOf(request)
    return this.#exchange(live, ask, body, context)
  }

  #enter({ task, check, seed }: Context): void {
    const entered = JSON.stringify([task, check, seed])
    if (entered === this.#check) return
    this.#check = entered
    this.#epoch += 1
  }

  #missing(file: string): Failure | undefined {
    if (this.#workspace === null) return fault('no submission is loaded')
    if (this.#workspace.files.includes(file)) return undefined
    const message = `the submission has no file ${file}`
    return { kind: 'crash', cause: 'missing-file', message, location: null }
  }

  async #import(live: Live, file: string, context: Context): Promise<Reply> {
    const reply = await this.#exchange(live, { op: 'import', file }, [], context)
    if (reply.ok) live.imported.add(file)
    else if (!live.process.alive && !isTotal(reply.failure))
      this.#unloadable.set(file, reply.failure)
    return reply
  }

  async #exchange(live: Live, ask: Ask, body: Pieces, context: Context): Promise<Reply> {
    const loading = ask.op === 'import'
    const limits = limitsIn(context, this.#limits)
    const deadline = this.#deadline(loading, limits)
    if (deadline.milliseconds <= 0) return failed(limitFailure('total-time', limits))
    const startedAt = performance.now()
    const epoch = { epoch: this.#epoch, seed: context.seed }
    const answer = await live.process.ask({ ...ask, ...epoch }, body, deadline)
    this.#usedMilliseconds += performance.now() - startedAt
    if ('death' in answer) return failed(failureOfDeath(answer.death, limits))
    const workspace = this.#workspace
    if (workspace === null) return failed(fault('no submission is loaded'))
    try {
      const reply = readAnswer(answer.frame, { loading, limits, workspace })
      if (ISSUING.includes(ask.op) && reply.ok && reply.value.type !== 'handle') {
        throw new ProtocolError(`the answer to ${ask.op} is no handle`)
      }
      if (isMemory(reply)) {
        // What was caught inside as an error still holds the memory that the next task needs.
        live.process.kill({ kind: 'limit', limit: 'memory' })
        await live.process.ended
      }
      return reply
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      live.process.kill({ kind: 'protocol', message: error.message })
      return failed(failureOfDeath(await live.process.ended, limits))
    }
  }

  /** The tighter of what one request may take and what is left of the whole. */
  #deadline(loading: boolean, limits: Limits): Deadline {
    const own = (loading ? limits.bootSeconds : limits.callSeconds) * 1000
    const left = limits.totalSeconds * 1000 - this.#usedMilliseconds
    if (left < own) return { milliseconds: left, limit: 'total-time' }
    return { milliseconds: own, limit: loading ? 'boot-time' : 'call-time' }
  }
}

function supplyFor({ backend = WASM, packages = [], without = [], ...rest }: SessionOptions) {
  return new Supply({ ...rest, backend, packages, without })
}

/** A check that trains may have more time for a call than the others. */
function limitsIn({ seconds }: Context, limits: Limits): Limits {
  return seconds === null ? limits : { ...limits, callSeconds: seconds }
}

function failed(failure: Failure): Reply {
  return { ok: false, failure }
}

function isMemory(reply: Reply): boolean {
  return !reply.ok && reply.failure.kind === 'limit' && reply.failure.limit === 'memory'
}

function isTotal(failure: Failure): boolean {
  return failure.kind === 'limit' && failure.limit === 'total-time'
}

/** What is put inside is answered by a handle to it. */
const ISSUING: readonly Ask['op'][] = ['hold', 'place', 'place-graph']

function messageOf(request: Request): { ask: Ask; body: Pieces } {
  const list = (items: readonly Value[]) => encodeValue({ type: 'array', items })
  switch (request.op) {
    case 'call':
      return {
        ask: { op: 'call', file: request.file, name: request.name },
        body: list(request.args),
      }
    case 'invoke':
      return { ask: { op: 'invoke', handle: request.handle }, body: list(request.args) }
    case 'method':
      return {
        ask: { op: 'method', handle: request.handle, name: request.name },
        body: list(request.args),
      }
    case 'get':
      return { ask: { op: 'get', handle: request.handle, name: request.name }, body: list([]) }
    case 'place':
      return {
        ask: { op: 'place' },
        body: list([{ type: 'string', value: request.topology }, ...request.weights]),
      }
    case 'place-graph':
      return { ask: { op: 'place-graph' }, body: encodeValue(request.graph) }
    case 'memory':
      return { ask: { op: 'memory' }, body: list([]) }
    case 'hold':
      return { ask: { op: 'hold' }, body: encodeValue(request.value) }
  }
}
