import { randomUUID } from 'node:crypto'
import type { RunNotice } from '../kit/settings.ts'
import type { Transport } from '../model/value.ts'
import type { GradeOptions } from './runner.ts'

/** Tells of every request when its answer is there. */
export function timed(
  transport: Transport,
  onRequest: NonNullable<GradeOptions['onRequest']>,
): Transport {
  return {
    async request(request, context) {
      const start = performance.now()
      const reply = await transport.request(request, context)
      onRequest(request, context, performance.now() - start)
      return reply
    },
  }
}

/** Listens for trainings that begin. */
export function hearRuns(onRun: (notice: RunNotice) => void): {
  readonly name: string
  close(): void
} {
  const name = `gradus-runs-${randomUUID()}`
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: { data: RunNotice }) => onRun(data)
  return { name, close: () => channel.close() }
}
