import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import type { Issue } from '../model/issue.ts'
import { issueAt, issueWith, type Source, shown } from './source.ts'

const MAX_BYTES = 1_000_000

/** What to do about a file that is not there or too large, each a sentence. */
export interface TextAdvice {
  readonly missing: string
  readonly large: string
}

/** A text that a person wrote, or why it cannot be read. */
export async function readText(
  path: string,
  advice: TextAdvice,
): Promise<{ readonly source: Source | null; readonly issues: readonly Issue[] }> {
  const file = shown(path)
  const bytes = await readCapped(path)
  if (bytes === 'missing') return refused(issueWith(file, 'does not exist.', advice.missing))
  if (bytes === 'folder') {
    return refused(issueWith(file, 'is not a file.', 'Put a text file in its place.'))
  }
  if (bytes === 'large') {
    return refused(issueAt({ file, text: '' }, 0, 'is larger than 1 MB.', advice.large))
  }
  const text = bytes.toString('utf8')
  const source = { file, text }
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    const next = 'Save the file again as plain UTF-8 text.'
    return refused(issueAt(source, nul, 'holds a NUL byte, which text never does.', next))
  }
  if (!isUtf8(bytes)) {
    const next = 'Save the file again as UTF-8.'
    return refused(issueAt(source, text.indexOf('\uFFFD'), 'is not UTF-8 text.', next))
  }
  return { source, issues: [] }
}

function refused(issue: Issue) {
  return { source: null, issues: [issue] }
}

async function readCapped(path: string): Promise<Buffer | 'missing' | 'folder' | 'large'> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (handle === null) return 'missing'
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return 'folder'
    return stat.size > MAX_BYTES ? 'large' : await handle.readFile()
  } finally {
    await handle.close()
  }
}
