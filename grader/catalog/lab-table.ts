import { join } from 'node:path'
import { InputError } from '../model/issue.ts'
import type { Lab, Language } from '../model/lab.ts'
import { issueAt, shown } from '../reading/source.ts'
import { type GeneratedFile, readIfPresent } from './generated-file.ts'

const START = '<!-- labs -->'
const END = '<!-- end labs -->'

const READMES: Readonly<Record<string, Language>> = { 'README.md': 'en', 'README.es.md': 'es' }
const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Lab', 'Tasks', 'Points'],
  es: ['Práctica', 'Tareas', 'Puntos'],
}

/**
 * The READMEs of the course with their table of labs, which stands between `<!-- labs -->` and
 * `<!-- end labs -->`; a README without the markers is left alone.
 * @throws InputError for a marker without its pair
 */
export async function labTables(root: string, labs: readonly Lab[]): Promise<GeneratedFile[]> {
  const files = await Promise.all(
    Object.entries(READMES).map(async ([path, language]) => {
      const text = await readIfPresent(join(root, path))
      if (text === null) return []
      const content = replaceTable(shown(join(root, path)), text, labTable(labs, language))
      return content === null ? [] : [{ path, content }]
    }),
  )
  return files.flat()
}

function replaceTable(file: string, text: string, table: string): string | null {
  const start = text.indexOf(START)
  const end = text.indexOf(END)
  if (start < 0 && end < 0) return null
  if (start < 0 || end < start) {
    const what = `has ${start < 0 ? `"${END}" without "${START}"` : `"${START}" without "${END}"`}.`
    const at = Math.max(start, end)
    throw new InputError([issueAt({ file, text }, at, what, 'Write both, the table goes between.')])
  }
  return `${text.slice(0, start + START.length)}\n${table}\n${text.slice(end)}`
}

function labTable(labs: readonly Lab[], language: Language): string {
  const rows = labs.map(({ id, title, tasks }) => [
    `[${cell(title[language])}](labs/${id}/handout.${language}.md)`,
    tasks.map((task) => `\`${task.id}\` (${task.points})`).join(', '),
    String(tasks.reduce((sum, { points }) => sum + points, 0)),
  ])
  const headings = HEADINGS[language]
  const lines = [headings, headings.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cell(text: string): string {
  return text.replace(/[\\|[\]]/g, '\\$&').replace(/\s+/g, ' ')
}
