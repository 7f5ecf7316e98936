import { basename, resolve } from 'node:path'
import { labIds } from '../catalog/index.ts'
import { InputError } from '../model/issue.ts'

/**
 * The lab that all of these folders are named after, as `solutions/convolutions` is. Throws InputError when there is
 * none.
 *
 * @param folders as typed; a submission from elsewhere, such as `URL#ref`, names no lab
 */
export async function namedLab(
  folders: readonly string[],
  { root, cwd }: { readonly root: string; readonly cwd: string },
): Promise<string> {
  const ids = await labIds(root)
  const names = new Set(folders.map((folder) => basename(resolve(cwd, folder))))
  const [name = ''] = names
  if (names.size === 1 && ids.includes(name)) return name
  const what = 'is missing, and what to grade is not named after a lab.'
  throw new InputError([
    { file: '--lab', line: null, column: null, what, next: `Add one of: ${ids.join(', ')}.` },
  ])
}
