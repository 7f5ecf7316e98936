import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../model/issue.ts'

export interface LabelledFile {
  readonly file: string
  /** Index of its class. */
  readonly label: number
}

export interface ClassFolders {
  /** Names of the folders; a label is an index into them. */
  readonly classes: readonly string[]
  /** Class by class, sorted by path. */
  readonly files: readonly LabelledFile[]
}

/**
 * The files of a folder that has one folder for each class, as Keras' `flow_from_directory` takes them:
 * classes and files in the order of their names, folders within a class included. Names that begin with
 * a dot are passed over. Everything else counts: whether it is a picture, its bytes say. Links are not
 * followed, as they may lead anywhere; who reads the file is told.
 *
 * Throws InputError where there is no such folder, fewer than two classes, or a link for one.
 */
export async function readClassFolders(folder: string): Promise<ClassFolders> {
  const entries = await list(folder)
  const classes = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  for (const entry of entries) {
    if (!entry.isSymbolicLink() || !(await leadsToFolder(join(folder, entry.name)))) continue
    const what = 'is a link, and links are not followed.'
    const next = 'Put the folder itself in its place.'
    throw new InputError([{ file: join(folder, entry.name), line: null, column: null, what, next }])
  }
  if (classes.length < 2) {
    const folders = classes.length === 1 ? '1 folder' : 'no folders'
    throw wrong(folder, `has ${folders}, one for each class is needed.`)
  }
  const files: LabelledFile[] = []
  for (const [label, name] of classes.entries()) {
    for (const file of await filesBelow(join(folder, name))) files.push({ file, label })
  }
  return { classes, files }
}

async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = []
  for (const entry of await list(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await filesBelow(path)))
    else files.push(path)
  }
  return files
}

async function leadsToFolder(link: string): Promise<boolean> {
  return await stat(link).then(
    (target) => target.isDirectory(),
    () => false,
  )
}

async function list(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw wrong(folder, `cannot be read (${code}).`)
  }
}

function wrong(file: string, what: string): InputError {
  const next = 'Give a folder like train/ with train/cats/1.jpg and train/dogs/1.jpg.'
  return new InputError([{ file, line: null, column: null, what, next }])
}
