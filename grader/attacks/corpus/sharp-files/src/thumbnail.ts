import sharp from 'sharp'
import { addon } from './addon.ts'
import { attempt, canaryIn } from './attempt.ts'

const paths = ['{{labels}}', '{{cwd}}/canary.txt', '/etc/passwd']

/** What the first gives that can be read; else why the last cannot. */
async function any(read: (path: string) => unknown): Promise<unknown> {
  let last: unknown
  for (const path of paths) {
    try {
      return `${path}: ${await read(path)}`
    } catch (error) {
      last = error instanceof Error ? error.message.slice(0, 40) : error
    }
  }
  throw last
}

/** The profile that a picture gets, if it is one of these files. */
async function profiles(bytes: Uint8Array): Promise<string | undefined> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const png = await sharp(bytes).png().withIccProfile(path).toBuffer().catch(String)
      return canaryIn(png)
    }),
  )
  return found.find((canary) => canary !== undefined)
}

/** As sharp itself would ask for the description of a file. */
function describe(path: string): Promise<unknown> {
  const { buffer: _, ...input } = Reflect.get(sharp(Buffer.alloc(1)), 'options').input
  const library = addon()
  library.block(['VipsForeignLoad'], false)
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  library.metadata({ input: { ...input, file: path }, debuglog: () => {} }, (error, found) =>
    error === null ? resolve(JSON.stringify(found)) : reject(error),
  )
  return promise
}

export const thumbnail = (bytes: Uint8Array) =>
  attempt({
    picture: () => any((path) => sharp(path).toBuffer()),
    layer: () => any((path) => sharp(bytes).composite([{ input: path }]).toBuffer()),
    profile: () => profiles(bytes),
    saved: () => any((path) => sharp(bytes).toFile(path)),
    addon: () => any(describe),
  })
