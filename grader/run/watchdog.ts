import { randomUUID } from 'node:crypto'
import type { CallNotice } from '../kit/settings.ts'

type Call = NonNullable<CallNotice>

/**
 * Listens to the calls of a submission that runs in this process and tells of one that takes too long. It
 * cannot stop it: a loop holds its thread for good.
 */
export function watchCalls(
  seconds: number,
  onEndless: (call: Call) => void,
): { readonly name: string; close(): void } {
  const name = `gradus-calls-${randomUUID()}`
  const channel = new BroadcastChannel(name)
  let timer: NodeJS.Timeout | null = null
  channel.onmessage = ({ data }: { data: CallNotice }) => {
    if (timer !== null) clearTimeout(timer)
    timer =
      data === null ? null : setTimeout(() => onEndless(data), (data.seconds ?? seconds) * 1000)
  }
  return {
    name,
    close() {
      if (timer !== null) clearTimeout(timer)
      channel.close()
    },
  }
}
