import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { namesIn } from '../catalog/lab-files.ts'
import { InputError, type Issue } from '../model/issue.ts'
import type { Language } from '../model/lab.ts'
import { issueAt, shown } from '../reading/source.ts'
import type { ExportedFile } from './vendor.ts'

const LINK = /(\]\()([^)\s#]+)(#[^)\s]*)?(\))/g

/** What a page may show besides other pages. */
const MEDIA = /\.(?:svg|png|jpe?g|gif|webp)$/

/**
 * The handout of a lab as the README of a repository, the lab's other pages of that language, and the
 * pictures that they show. Other files of the lab are not reachable from a page.
 * @throws InputError for each link that leads elsewhere or nowhere
 */
export async function handoutFiles(
  folder: string,
  language: Language,
  footer: string,
): Promise<ExportedFile[]> {
  const suffix = `.${language}.md`
  const names = await namesIn(folder)
  const pages = names.filter((name) => name.endsWith(suffix))
  const targets = new Map(pages.map((name) => [name, targetOf(name, suffix)]))
  const pictures = new Set<string>()
  const issues: Issue[] = []
  const files: ExportedFile[] = []
  for (const name of pages) {
    const path = join(folder, name)
    const text = await readFile(path, 'utf8')
    const content = text.replaceAll(
      LINK,
      (all, open, target, anchor = '', close, offset: number) => {
        if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return all
        const page = targets.get(target)
        if (page !== undefined) return `${open}${page}${anchor}${close}`
        const inside = normalize(target).replaceAll('\\', '/')
        if (MEDIA.test(inside) && !inside.startsWith('..')) {
          pictures.add(inside)
          return all
        }
        const what = `links to "${target}", which is no page in this language and no picture of the lab.`
        const next = `Link to a page *${suffix} or a picture beside it.`
        issues.push(issueAt({ file: shown(path), text }, offset + open.length, what, next))
        return all
      },
    )
    const target = targets.get(name) ?? name
    const end = target === 'README.md' ? footer : ''
    files.push({ path: target, content: Buffer.from(content + end) })
  }
  if (issues.length > 0) throw new InputError(issues)
  for (const path of [...pictures].toSorted()) {
    files.push({ path, content: await readFile(join(folder, path)) })
  }
  return files
}

function targetOf(name: string, suffix: string): string {
  const stem = name.slice(0, -suffix.length)
  return stem === 'handout' ? 'README.md' : `${stem}.md`
}
