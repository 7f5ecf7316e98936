import type { ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { type Pieces, ProtocolError } from './bytes.ts'
import { type Death, type KillReason, OUTPUT_BYTES } from './death.ts'
import { Exchange } from './exchange.ts'
import { type Ask, BodyTooLarge, type Epoch, type Frame } from './frame.ts'
import type { LaunchOptions } from './launch.ts'
import { endProcessesOf } from './processes.ts'
import { startProcess } from './start-process.ts'

/** What one request came to. */
export type Answer = { readonly frame: Frame } | { readonly death: Death }

export interface Deadline {
  readonly milliseconds: number
  /** Which limit it is, when it passes. */
  readonly limit: 'boot-time' | 'call-time' | 'total-time'
}

/** Caps on what may come back. */
export interface ByteCaps {
  readonly reply: number
  /** Of all replies of this process. */
  readonly total: number
}

interface Pending {
  readonly exchange: Exchange
  readonly timer: NodeJS.Timeout
  readonly resolve: (answer: Answer) => void
}

/** One sandbox from start to confirmed end. It never rejects: whatever goes wrong inside is its death. */
export class SandboxProcess {
  /** Settles when the process and every holder of its pipes are gone. */
  readonly ended: Promise<Death>
  readonly #child: ChildProcess
  readonly #pipe: Socket
  readonly #options: LaunchOptions
  readonly #caps: ByteCaps
  readonly #printed = { stdout: '', stderr: '' }
  #printedBytes = 0
  #received = 0
  #pending: Pending | null = null
  #killed: KillReason | null = null
  #death: Death | null = null

  /** Starts at once. Throws when the program cannot be started: that is never the submission's doing. */
  constructor(options: LaunchOptions, caps: ByteCaps) {
    this.#options = options
    this.#caps = caps
    this.#child = startProcess(options)
    this.#pipe = pipeOf(this.#child)
    this.#pipe.on('data', (chunk: Buffer) => this.#receive(chunk))
    // broken by the death of the other side, which is reported as such
    this.#pipe.on('error', () => undefined)
    this.#collect('stdout', this.#child.stdout)
    this.#collect('stderr', this.#child.stderr)
    this.ended = this.#end()
  }

  get alive(): boolean {
    return this.#death === null && this.#killed === null
  }

  /** What the submission printed on its standard output, as far as it is kept. */
  get printed(): string {
    return this.#printed.stdout
  }

  /** Sends one request and waits for its reply, its deadline or the end. One at a time. */
  ask(ask: Ask & Epoch, body: Pieces, deadline: Deadline): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    if (!this.alive) {
      this.ended.then((death) => resolve({ death }))
      return promise
    }
    const expire = () => {
      if (this.#pending === pending) this.kill({ kind: 'limit', limit: deadline.limit })
    }
    // a reply that came in time while this process was busy is read before it is called late
    const timer = setTimeout(() => setImmediate(expire), deadline.milliseconds)
    const exchange = new Exchange(ask, body, (bytes) => this.#pipe.write(bytes))
    const pending = { exchange, timer, resolve }
    this.#pending = pending
    return promise
  }

  /** Ends the sandbox; `ended` tells when it is gone. The first reason is kept. */
  kill(reason: KillReason): void {
    if (!this.alive) return
    this.#killed = reason
    this.#child.kill('SIGKILL')
  }

  #receive(chunk: Buffer): void {
    if (!this.alive) return
    this.#received += chunk.length
    const pending = this.#pending
    try {
      if (pending === null) throw new ProtocolError('bytes while nothing was asked')
      if (this.#received > this.#caps.total) throw new BodyTooLarge(this.#received)
      const frame = pending.exchange.receive(chunk, this.#caps.reply)
      if (frame !== null) this.#settle({ frame })
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      const tooLarge = error instanceof BodyTooLarge
      this.kill(
        tooLarge
          ? { kind: 'limit', limit: 'reply-size' }
          : { kind: 'protocol', message: error.message },
      )
    }
  }

  #collect(name: 'stdout' | 'stderr', stream: Readable | null): void {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      this.#printedBytes += Buffer.byteLength(text)
      if (this.#printedBytes > OUTPUT_BYTES) this.kill({ kind: 'limit', limit: 'output' })
      else this.#printed[name] += text
    })
  }

  #settle(answer: Answer): void {
    const pending = this.#pending
    if (pending === null) return
    this.#pending = null
    clearTimeout(pending.timer)
    pending.resolve(answer)
  }

  #end(): Promise<Death> {
    const { promise, resolve } = Promise.withResolvers<Death>()
    const finish = (status: number | null, signal: NodeJS.Signals | null) => {
      if (this.#death !== null) return
      const death = { killed: this.#killed, status, signal, stderr: this.#printed.stderr }
      this.#death = death
      this.#settle({ death })
      resolve(death)
    }
    // not `exit`: the pipes close when the last process that holds them is gone
    this.#child.on('close', finish)
    this.#child.on('exit', (status, signal) => {
      setTimeout(() => this.#sweep(), SWEEP_MILLISECONDS).unref()
      setTimeout(() => {
        for (const stream of this.#child.stdio) stream?.destroy()
        finish(status, signal)
      }, STRAGGLER_MILLISECONDS).unref()
    })
    return promise
  }

  /** Without a process namespace something may outlive the sandbox, but not its user. */
  #sweep(): void {
    const { root, without, uid } = this.#options
    const mayOutlive = without.has('namespaces') && root && !without.has('caps')
    if (this.#death === null && mayOutlive) endProcessesOf(uid)
  }
}

/** How long the pipes may stay open before whoever holds them is looked for. */
const SWEEP_MILLISECONDS = 50

/** How long pipes may stay open after the exit; only a process that outlives its sandbox does that. */
const STRAGGLER_MILLISECONDS = 1000

function pipeOf(child: ChildProcess): Socket {
  const stream = child.stdio[3]
  if (!(stream instanceof Socket)) throw new Error('the sandbox has no pipe')
  return stream
}
