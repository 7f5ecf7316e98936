import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLab } from '../read-lab.ts'
import { change, copyCourse, issuesOf } from '../testing.ts'

async function issuesAfter(edit: (root: string) => Promise<void>): Promise<string[]> {
  const root = await copyCourse()
  await edit(root)
  return issuesOf(root, readLab(root, 'tiny'))
}

describe('files of a lab', () => {
  test('a handout is missing', async () => {
    const lines = await issuesAfter((root) => rm(join(root, 'labs/tiny/handout.es.md')))
    expect(lines).toEqual([
      'labs/tiny/handout.es.md does not exist. Write the handout in each language; students read it as their README.',
    ])
  })

  test('a handout is misnamed', async () => {
    const lab = (root: string) => join(root, 'labs/tiny')
    const lines = await issuesAfter((root) => {
      return rename(join(lab(root), 'handout.es.md'), join(lab(root), 'hand-out.es.md'))
    })
    expect(lines).toEqual([
      'labs/tiny/handout.es.md does not exist. Did you mean "hand-out.es.md"?',
    ])
  })

  test('a solution is missing', async () => {
    const lines = await issuesAfter((root) => rm(join(root, 'solutions/tiny/train.ts')))
    expect(lines).toEqual([
      'labs/tiny/lab.yaml:23:5 task "train-line" is solved in solutions/tiny/train.ts, which does not exist. Write that file, or name it in "file:".',
    ])
  })

  test('a solution and a misconception do not parse', async () => {
    const lines = await issuesAfter(async (root) => {
      await change(root, 'solutions/tiny/train.ts', 'export function trainLine( {')
      await change(root, 'labs/tiny/misconceptions/double-squares.ts', 'export const = 1')
    })
    expect(lines).toEqual([
      'labs/tiny/misconceptions/double-squares.ts:1:14 is not valid TypeScript: Unexpected token. Mend the syntax.',
      expect.stringMatching(/^solutions\/tiny\/train.ts:1:\d+ is not valid TypeScript: /),
    ])
  })

  test('a package is imported and not listed', async () => {
    const solution = 'solutions/tiny/train.ts'
    const importing = (text: string) => `import sharp from 'sharp'\nexport { sharp }\n${text}`
    expect(await issuesAfter((root) => change(root, solution, importing))).toEqual([
      `${solution}:1:19 imports "sharp", which lab.yaml does not list. Add to lab.yaml: packages: [sharp]`,
    ])
    const listed = await issuesAfter(async (root) => {
      await change(root, solution, importing)
      await change(root, 'labs/tiny/lab.yaml', (text) => `packages: [sharp]\n${text}`)
    })
    expect(listed).toEqual([])
    const other = (text: string) => `packages: [jimp]\n${text}`
    const lines = await issuesAfter((root) => change(root, 'labs/tiny/lab.yaml', other))
    expect(lines).toEqual([expect.stringContaining('labs/tiny/lab.yaml:1:12')])
  })

  test('a misconception exports nothing of its task, or something of another', async () => {
    const path = 'labs/tiny/misconceptions/double-squares.ts'
    const nothing = await issuesAfter((root) => change(root, path, 'export const doubel = 1\n'))
    expect(nothing).toEqual([`${path} exports nothing of task "double". Did you mean "double"?`])
    const more = 'export const double = 1\nexport type Helper = number\nexport const other = 2\n'
    expect(await issuesAfter((root) => change(root, path, more))).toEqual([
      `${path}:3:8 exports "other", which is not of task "double". Do not export it.`,
    ])
  })

  test('a misconception belongs to two tasks', async () => {
    const lines = await issuesAfter((root) =>
      change(root, 'labs/tiny/lab.yaml', (text) => {
        return `${text}    misconceptions: { double-squares: { en: a, es: b } }\n`
      }),
    )
    expect(lines[0]).toBe(
      'labs/tiny/lab.yaml:34:23 misconception "double-squares" belongs to task "double" already. Give each task a file of its own.',
    )
  })
})
