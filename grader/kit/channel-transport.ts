import type { Context, Reply, Request, Transport } from '../model/value.ts'

/** A question from the thread of the specs to the thread that owns the sandbox, and its answer. */
export type ChannelMessage =
  | {
      readonly type: 'request'
      readonly id: number
      readonly request: Request
      readonly context: Context
    }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }

/** Both ends are trusted: what comes from the sandbox was checked before it is sent on here. */
export function channelTransport(name: string): Transport & { restore(): void } {
  const channel = new BroadcastChannel(name)
  const waiting = new Map<number, (reply: Reply) => void>()
  let lastId = 0
  channel.onmessage = (event: { data: ChannelMessage }) => {
    if (event.data.type !== 'reply') return
    waiting.get(event.data.id)?.(event.data.reply)
    waiting.delete(event.data.id)
  }
  return {
    request(request, context) {
      lastId += 1
      const id = lastId
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        channel.postMessage({ type: 'request', id, request, context } satisfies ChannelMessage)
      })
    },
    restore() {
      channel.close()
    },
  }
}

/** The other end: answers every request of `name` until the returned function is called. */
export function serveChannel(name: string, transport: Transport): () => void {
  const channel = new BroadcastChannel(name)
  channel.onmessage = async (event: { data: ChannelMessage }) => {
    if (event.data.type !== 'request') return
    const { id, request, context } = event.data
    const reply = await transport.request(request, context)
    channel.postMessage({ type: 'reply', id, reply } satisfies ChannelMessage)
  }
  return () => channel.close()
}
