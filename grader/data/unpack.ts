import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { type Entry, tarEntries } from './tar.ts'
import { zipEntries } from './zip.ts'

/**
 * Puts the files of an archive (`.zip`, `.tar.gz`, `.tgz`, `.tar`) where `place` says, under `folder`; any other file
 * goes there as it is. Throws for a path that leads out of the folder, and for a damaged archive.
 */
export async function unpack(
  file: string,
  name: string,
  folder: string,
  place: (path: string) => string | null,
  onFile: (path: string) => void = () => {},
): Promise<void> {
  const entries = entriesOf(file, name)
  if (entries === null) {
    await copyFile(file, join(folder, basename(name)))
    return
  }
  for await (const { path, data } of entries) {
    const target = place(path)
    if (target === null) continue
    if (leadsOut(target)) throw new Error(`the archive has a file called ${JSON.stringify(target)}`)
    await mkdir(dirname(join(folder, target)), { recursive: true })
    await writeFile(join(folder, target), data)
    onFile(target)
  }
}

function entriesOf(file: string, name: string): AsyncIterable<Entry> | null {
  if (/\.zip$/i.test(name)) return zipEntries(file)
  if (/\.(tar\.gz|tgz)$/i.test(name)) return tarEntries(gunzipped(file))
  if (/\.tar$/i.test(name)) return tarEntries(createReadStream(file))
  return null
}

async function* gunzipped(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  // pipe does not hand errors on
  source.on('error', (error) => gunzip.destroy(error))
  yield* source.pipe(gunzip)
}

function leadsOut(path: string): boolean {
  const steps = path.split('/')
  return path.startsWith('/') || /[\\:\0]/.test(path) || steps.includes('..') || steps.includes('')
}

/** An archive often has one folder that holds all the rest: its content is what counts. */
export async function liftOnlyFolder(folder: string): Promise<void> {
  const [only, ...others] = await readdir(folder, { withFileTypes: true })
  if (only === undefined || others.length > 0 || !only.isDirectory()) return
  const aside = `${folder}.aside`
  await rename(join(folder, only.name), aside)
  await rm(folder, { recursive: true })
  await rename(aside, folder)
  await liftOnlyFolder(folder)
}
