import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WASM } from '../../model/backend.ts'
import type { Limits } from '../../model/lab.ts'
import type { Context, Failure, Reply, Value } from '../../model/value.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { LaunchOptions } from './launch.ts'
import { openSession, type Session, type SessionOptions } from './session.ts'

/** Bounds small enough for tests to reach. */
export const LIMITS: Limits = {
  bootSeconds: 10,
  callSeconds: 5,
  totalSeconds: 60,
  memoryMB: 2048,
  replyMB: 16,
  calls: 10_000,
  startsPerTask: 3,
}

/** A launch on rung A, made up, to read its command line. */
export const LAUNCH: LaunchOptions = {
  rung: 'A',
  runtime: {
    dir: '/cache/runtime',
    node: '/cache/runtime/node',
    tfjs: '/cache/runtime/tfjs.mjs',
    boot: '/cache/runtime/boot.cjs',
    probe: '/cache/runtime/probe.cjs',
    seccomp: '/cache/runtime/seccomp.bpf',
  },
  tools: { bwrap: '/usr/bin/bwrap', prlimit: '/usr/bin/prlimit', setpriv: '/usr/bin/setpriv' },
  program: ['/rt/boot.cjs', '/app/sub'],
  submission: '/tmp/gradus-1/a',
  limits: LIMITS,
  backend: WASM,
  gpu: null,
  packages: null,
  root: true,
  uid: 60_600,
  cores: 2,
  without: new Set(),
}

const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url))

/** A submission of the fixtures, as if it had been fetched. */
export function workspaceOf(name: string): Workspace {
  const dir = join(FIXTURES, name)
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(dir.length + 1))
    .sort()
  return { source: name, dir, files, hash: '', commit: null }
}

/** A session on a fixture, with calls in short form; closed when the test leaves its scope. */
export class Trial implements AsyncDisposable {
  readonly session: Session
  readonly #file: string
  #context: Context = { task: 'task', check: 'check', seed: 1, seconds: null }

  constructor(
    options: Pick<SessionOptions, 'rung' | 'without' | 'packages'> & Partial<Limits>,
    submission = 'hostile',
    file = 'hostile.ts',
  ) {
    const { rung, without = [], packages = [], ...limits } = options
    this.session = openSession({ rung, without, packages, limits: { ...LIMITS, ...limits } })
    this.#file = file
    this.session.load(workspaceOf(submission))
  }

  enter(context: Partial<Context>): void {
    this.#context = { ...this.#context, ...context }
  }

  call(name: string, ...args: Value[]): Promise<Reply> {
    return this.callIn(this.#file, name, ...args)
  }

  callIn(file: string, name: string, ...args: Value[]): Promise<Reply> {
    return this.session.request({ op: 'call', file, name, args }, this.#context)
  }

  invoke(handle: Value, ...args: Value[]): Promise<Reply> {
    if (handle.type !== 'handle') throw new Error(`${handle.type} is no handle`)
    return this.session.request({ op: 'invoke', handle: handle.id, args }, this.#context)
  }

  method(handle: number, name: string, ...args: Value[]): Promise<Reply> {
    return this.session.request({ op: 'method', handle, name, args }, this.#context)
  }

  get(handle: number, name: string): Promise<Reply> {
    return this.session.request({ op: 'get', handle, name }, this.#context)
  }

  place(topology: string, weights: Value[]): Promise<Reply> {
    return this.session.request({ op: 'place', topology, weights }, this.#context)
  }

  memory(): Promise<Reply> {
    return this.session.request({ op: 'memory' }, this.#context)
  }

  placeGraph(graph: Value): Promise<Reply> {
    return this.session.request({ op: 'place-graph', graph }, this.#context)
  }

  hold(value: Value): Promise<Reply> {
    return this.session.request({ op: 'hold', value }, this.#context)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.session.close()
  }
}

export function answerOf(reply: Reply): Value {
  if (!reply.ok) throw new Error(`failed: ${JSON.stringify(reply.failure)}`)
  return reply.value
}

export function failureOf(reply: Reply): Failure {
  if (reply.ok) throw new Error(`succeeded: ${JSON.stringify(reply.value)}`)
  return reply.failure
}

/** What a reply amounts to, without its wording. */
export function kindOf(reply: Reply): string {
  if (reply.ok) return 'ok'
  const { failure } = reply
  if (failure.kind === 'limit') return `limit ${failure.limit}`
  return failure.kind === 'crash' ? `crash ${failure.cause}` : failure.kind
}

export const number = (value: number): Value => ({ type: 'number', value })
export const text = (value: string): Value => ({ type: 'string', value })
export const numbers = (...data: number[]): Value => ({
  type: 'numbers',
  data: Float64Array.from(data),
})
