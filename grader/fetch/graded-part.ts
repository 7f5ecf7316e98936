import type { Lab } from '../model/lab.ts'
import { problem } from './problem.ts'
import type { Tree } from './tree.ts'

/**
 * Where in the tree the files of the lab are: `src` of a student's repository, or the top. Throws an
 * InputError when no file of the lab is in either.
 */
export async function gradedPart(tree: Tree, lab: Lab, source: string): Promise<'src' | ''> {
  const files = [...new Set(lab.tasks.map(({ file }) => file))]
  for (const base of ['src', ''] as const) {
    const kinds = await Promise.all(files.map((file) => tree.kind(join(base, file))))
    if (kinds.includes('file')) return base
  }
  throw problem(
    source,
    `holds none of the files of the lab ${lab.id}.`,
    await advice(tree, lab, files),
  )
}

async function advice(tree: Tree, lab: Lab, files: readonly string[]): Promise<string> {
  for (const base of ['src', '', lab.id]) {
    for (const file of files) {
      const kind = await tree.kind(join(base, file))
      if (kind === 'symlink')
        return `${join(base, file)} is a symbolic link: put the file itself there.`
      if (kind === 'file' && tree.commit !== null)
        return `Move them from ${base}/ to the top or to src/.`
      if (kind === 'file') return `Did you mean its folder ${base}?`
    }
  }
  return `It or its src/ should hold ${files.join(', ')}.`
}

function join(base: string, file: string): string {
  return base === '' ? file : `${base}/${file}`
}
