import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { main } from '../cli.ts'
import { catalogue } from '../report/catalogue.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8')
const PAGES = ['README.md', 'docs/instructor.md', 'docs/student.md', 'docs/student.es.md']

async function help(...command: string[]): Promise<string> {
  let text = ''
  const write = (part: string) => {
    text += part
  }
  await main([...command, '--help'], {
    cwd: REPOSITORY,
    env: {},
    stdout: { write },
    stderr: { write },
    now: () => new Date(),
    exit: (status) => process.exit(status),
  })
  return text
}

describe.each(PAGES)('%s', (page) => {
  const text = read(page)

  test('every command in it is one, with options that it has', async () => {
    const lines = [...text.matchAll(/npx gradus ((?:[a-z]+ ?){1,2})([^#`|&\n]*)/g)]
    for (const [line, verbs = '', rest = ''] of lines) {
      const [verb = '', second = ''] = verbs.trim().split(' ')
      if (verb === 'help') continue
      const whole = await help(verb)
      const own = new RegExp(`^ +${second}\\b`, 'm').test(whole) ? await help(verb, second) : whole
      expect(own, line).toMatch(/^Usage: gradus /)
      expect(own.split('\n')[0], line).toContain(` ${verb}`)
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(own, line).toContain(option)
    }
  })

  test('every page that it links to is there', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = '']) => link)
    for (const link of links.filter((each) => !each.includes(':'))) {
      expect(existsSync(join(REPOSITORY, dirname(page), link)), link).toBe(true)
    }
  })
})

test('the guide tells of every secret and variable of grade.yml, and of no other', () => {
  const workflow = read('.github/workflows/grade.yml')
  const used = [...workflow.matchAll(/\b(secrets|vars)\.([A-Z_]+)/g)].map(
    ([, kind, name]) => `${name} ${kind === 'secrets' ? 'secret' : 'variable'}`,
  )
  const told = [
    ...read('docs/instructor.md').matchAll(/^\| `([A-Z_]+)` +\| (secret|variable) +\|/gm),
  ].map(([, name, kind]) => `${name} ${kind}`)
  expect(told.toSorted()).toEqual([...new Set(used)].toSorted())
})

test.each([
  ['docs/student.md', 'en'],
  ['docs/student.es.md', 'es'],
] as const)('%s explains the words of the report', (page, language) => {
  const words = catalogue(language)
  const explained = [...read(page).matchAll(/^\| ([^|`]+?) +\|/gm)].map(([, word]) => word)
  for (const verdict of ['skip', 'fail', 'limit', 'crash', 'fault'] as const) {
    expect(explained).toContain(words.word(`verdict.${verdict}`))
  }
})
