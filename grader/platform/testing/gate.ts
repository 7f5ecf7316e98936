import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Answer, type Fault, faultyAnswer, isStored } from './faults.ts'
import { type Asked, objectionsTo, operationOf } from './strict-rules.ts'

/** What came of one request. */
export interface Entry {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly token: string
  readonly body: unknown
  readonly status: number
  readonly fault: Fault | null
  /** When it arrived, in milliseconds. */
  readonly at: number
}

export interface Caller {
  readonly kind: 'app' | 'installation' | 'token' | 'nobody'
  readonly token: string
}

export interface GateOptions {
  /** Carries a request out; only what the rules let through gets here. */
  readonly carryOut: (asked: Asked, caller: Caller, operation: string) => Promise<Answer>
  readonly callerOf: (token: string) => Caller
}

export interface Gate {
  readonly origin: string
  readonly transcript: readonly Entry[]
  /** Breaks requests: `index` counts from 0 since this was set. */
  breakWith(choose: ((index: number, operation: string) => Fault | null) | null): void
  close(): Promise<void>
}

const DOCUMENTATION = 'https://docs.github.com/rest'

/**
 * Stands before the emulator: refuses every request that GitHub would refuse, by GitHub's own description
 * of them and by what else is known; keeps a transcript; breaks requests on demand.
 */
export async function startGate({ carryOut, callerOf }: GateOptions): Promise<Gate> {
  const transcript: Entry[] = []
  const hanging = new Set<ServerResponse>()
  let choose: ((index: number, operation: string) => Fault | null) | null = null
  let count = 0

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now()
    const asked = await read(request)
    const operation = operationOf(asked)
    const caller = callerOf(tokenOf(request))
    const fault = operation === null ? null : (choose?.(count++, operation.name) ?? null)
    const carried = async (): Promise<Answer> => {
      if (operation === null)
        return refusal(501, `${asked.method} ${asked.path} is not in the slice`)
      if (caller.kind === 'nobody') return refusal(401, 'Bad credentials')
      if (/^\w+ .*\/check-runs(\/\{check_run_id\})?$/.test(operation.name) && isWrite(asked)) {
        const message = 'Resource not accessible by personal access token'
        if (caller.kind === 'token') return refusal(403, message)
      }
      const objections = objectionsTo(asked, operation)
      if (objections.length > 0) return refusal(422, `Validation Failed: ${objections.join('; ')}`)
      return carryOut(asked, caller, operation.name)
    }
    const real = isStored(fault) ? await carried() : null
    const shown = fault === null ? (real ?? refusal(500, 'no answer')) : faultyAnswer(fault)
    const { method, path, body } = asked
    const status = typeof shown === 'string' ? 0 : shown.status
    const name = operation?.name ?? 'unknown'
    transcript.push({ operation: name, method, path, body, status, fault, token: caller.token, at })
    if (shown === 'cut') response.destroy()
    else if (shown === 'hang') hanging.add(response)
    else send(shown, response)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => send(refusal(500, String(error)), response))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the gate has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    transcript,
    breakWith(next) {
      choose = next
      count = 0
    },
    async close() {
      for (const response of hanging) response.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export function isWrite({ method }: { readonly method: string }): boolean {
  return method !== 'GET'
}

export function refusal(status: number, message: string): Answer {
  return { status, headers: {}, body: { message, documentation_url: DOCUMENTATION } }
}

function tokenOf({ headers }: IncomingMessage): string {
  return (headers.authorization ?? '').replace(/^(bearer|token)\s+/i, '')
}

async function read(request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString()
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body: text === '' ? null : JSON.parse(text),
  }
}

function send({ status, headers, body }: Answer, response: ServerResponse): void {
  const content = body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }
  response.writeHead(status, { ...content, ...headers })
  response.end(body === null ? undefined : JSON.stringify(body))
}
