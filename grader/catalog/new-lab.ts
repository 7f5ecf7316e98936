import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../model/issue.ts'
import { issueWith, shown } from '../reading/source.ts'
import type { GeneratedFile } from './generated-file.ts'
import { isLabId } from './lab-id.ts'

const TEMPLATE = fileURLToPath(new URL('./template', import.meta.url))

/**
 * The files of a small complete lab, written by hand from then on; nothing is written here.
 * @throws InputError for an id that is taken or cannot be one
 */
export async function newLab(root: string, id: string): Promise<GeneratedFile[]> {
  if (!isLabId(id)) {
    const kebab = toKebabCase(id)
    const next = isLabId(kebab) ? `Try "${kebab}".` : 'Try a name such as "recurrent-networks".'
    const what = 'cannot be the id of a lab: it takes small letters, digits and single hyphens.'
    throw new InputError([issueWith(id === '' ? '""' : id, what, next)])
  }
  const folders = ['labs', 'solutions', 'starter'].map((name) => join(root, name, id))
  for (const folder of folders) {
    if (await exists(folder)) {
      const next = 'Choose another id, or remove the folder first.'
      throw new InputError([issueWith(shown(folder), 'is there already.', next)])
    }
  }
  return [...(await filled('lab', 'labs', id)), ...(await filled('solution', 'solutions', id))]
}

function toKebabCase(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

async function filled(part: string, folder: string, id: string): Promise<GeneratedFile[]> {
  const source = join(TEMPLATE, part)
  const entries = await readdir(source, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(source.length + 1))
  return Promise.all(
    names.toSorted().map(async (name) => {
      const text = await readFile(join(source, name), 'utf8')
      const content = text.replaceAll('__LAB__', id).replaceAll('__TITLE__', titleOf(id))
      return { path: `${folder}/${id}/${name.replaceAll('\\', '/')}`, content }
    }),
  )
}

/** `recurrent-networks` as a heading: `Recurrent networks`. */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )
}
