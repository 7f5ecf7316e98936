import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:net'

/** Servers on this machine that an attack may try to reach. */
export interface Listeners {
  readonly port: number
  /** Also listens at a path and under an abstract name. */
  at(path: string, name: string): Promise<void>
  /** Visits since the last call. */
  visits(): string[]
  close(): void
}

export async function openListeners(): Promise<Listeners> {
  let seen: string[] = []
  const servers: Server[] = []

  async function listen(where: object, name: string): Promise<Server> {
    const server = createServer((socket) => {
      seen.push(name)
      socket.on('error', () => undefined).end()
    })
    servers.push(server)
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject).listen(where, resolve)
    })
    return server
  }

  const address = (await listen({ port: 0, host: '127.0.0.1' }, 'a TCP connection')).address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const datagrams = createSocket('udp4', () => seen.push('a datagram')).bind(port, '127.0.0.1')
  return {
    port,
    async at(path, name) {
      await listen({ path }, 'a connection to a Unix socket')
      await listen({ path: `\0${name}` }, 'a connection to an abstract socket')
    },
    visits() {
      const visits = seen
      seen = []
      return visits
    },
    close() {
      datagrams.close()
      for (const server of servers) server.close()
    },
  }
}
