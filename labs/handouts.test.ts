import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readLabs } from '../grader/catalog/index.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const labs = await readLabs(root)

describe.each(labs)('the handouts of $id', (lab) => {
  const folder = join(root, 'labs', lab.id)
  const read = (page: string) => readFileSync(join(folder, page), 'utf8')
  const pages = { en: 'handout.en.md', es: 'handout.es.md' } as const

  test.each(Object.values(pages))(
    '%s names every check with its points and its tolerance',
    (page) => {
      const sections = read(page).split(/^## /m)
      const missing = lab.tasks.flatMap((task) => {
        const section =
          sections.find((text) => text.split('\n')[0]?.includes(`\`${task.id}\``)) ?? ''
        const heading = section.split('\n')[0] ?? ''
        const wrong = heading.includes(` ${task.points} `)
          ? []
          : [`${task.id}: ${task.points} points`]
        return [
          ...wrong,
          ...task.checks.flatMap(({ id, points, tolerance }) => {
            const row = section
              .split('\n')
              .map((line) => line.split('|').map((cell) => cell.trim()))
              .find((cells) => cells[1] === `\`${id}\`` && cells[2] === String(points))
            if (row === undefined) return [`${task.id}/${id}: ${points} points`]
            const [, stated] = row.join('|').match(/toleranc\w+ (\S+)\|/) ?? []
            const bound = stated === undefined ? null : Number(stated)
            // leaves-inputs repeats the sums of another check of its task; its row need not.
            const known = tolerance?.bound ?? null
            return bound === known || (bound === null && id === 'leaves-inputs')
              ? []
              : [`${task.id}/${id}: tolerance ${known}`]
          }),
        ]
      })
      expect(missing).toEqual([])
    },
  )

  test.each(Object.values(pages))('every link and figure of %s leads to a file', (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? '')
    const local = targets.filter((target) => !/^https?:/.test(target))
    expect(local.filter((target) => !existsSync(join(folder, target)))).toEqual([])
  })

  test('both languages show the same figures, formulas, code and tables', () => {
    const skeleton = (text: string) => ({
      figures: [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, target]) => target),
      headings: text.match(/^#+ /gm)?.length,
      formulas: text.match(/\$\$/g)?.length,
      rows: text.match(/^\|/gm)?.length,
      signatures: text.match(/^```ts\n[\s\S]*?\n```/gm),
    })
    expect(skeleton(read(pages.es))).toEqual(skeleton(read(pages.en)))
  })
})
