import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/**
 * Users that systemd's table of users leaves unallocated. There are no more below 65,536, which is all that
 * a container may have.
 */
export const SANDBOX_USERS = { first: 60_578, count: 606 } as const

/** A user of this machine that one sandbox runs as. */
export interface SandboxUser extends AsyncDisposable {
  readonly uid: number
}

/**
 * A user that no other sandbox of this machine has until this one is disposed: whoever shares one can signal
 * the other's processes and use up its processes and pipes. Chosen at random and left to chance, two of a
 * class that is graded in parallel would meet. The claim is an abstract socket, which the kernel takes back
 * however this process ends. Throws when every user is taken.
 */
export async function claimUser(): Promise<SandboxUser> {
  const { first, count } = SANDBOX_USERS
  const start = randomInt(count)
  for (let offset = 0; offset < count; offset += 1) {
    const uid = first + ((start + offset) % count)
    const claim = await listen(`\0gradus-sandbox-user-${uid}`)
    if (claim !== null) return { uid, [Symbol.asyncDispose]: () => end(claim) }
  }
  throw new Error(`all of the ${count} users for sandboxes are taken by other sandboxes`)
}

/** Null when somebody listens there already. */
async function listen(path: string): Promise<Server | null> {
  const server = createServer((visitor) => visitor.destroy()).listen({ path })
  try {
    await once(server, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null
    throw error
  }
  server.on('error', () => undefined)
  return server.unref()
}

async function end(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  await promise
}
