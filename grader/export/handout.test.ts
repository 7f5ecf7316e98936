import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { InputError } from '../model/issue.ts'
import { handoutFiles } from './handout.ts'
import { studentFolder } from './testing.ts'

function folder(handout: string): string {
  const dir = studentFolder()
  mkdirSync(join(dir, 'figures'), { recursive: true })
  mkdirSync(join(dir, 'hidden'))
  writeFileSync(join(dir, 'handout.en.md'), handout)
  writeFileSync(join(dir, 'handout.es.md'), '# Hola\n')
  writeFileSync(join(dir, 'from-keras.en.md'), 'Back to [the lab](handout.en.md#first).\n')
  writeFileSync(join(dir, 'figures/a.svg'), '<svg/>')
  writeFileSync(join(dir, 'figures/b.svg'), '<svg/>')
  return dir
}

test('the handout becomes the README, with the pages and pictures that it leads to', async () => {
  const text = `# Hello
See [Keras](from-keras.en.md), ![a [small] figure](figures/a.svg), [web](https://example.org/x.en.md), [below](#end).
`
  const files = await handoutFiles(folder(text), 'en', 'The end.\n')
  expect(files.map(({ path, content }) => [path, String(content)])).toEqual([
    ['from-keras.md', 'Back to [the lab](README.md#first).\n'],
    ['README.md', `${text.replace('from-keras.en.md', 'from-keras.md')}The end.\n`],
    ['figures/a.svg', '<svg/>'],
  ])
})

test.each(['hidden/a.spec.ts', '../other/figures/a.svg', 'handout.es.md', 'lab.yaml', 'figures'])(
  'a link to %s is refused at its place',
  async (target) => {
    const made = handoutFiles(folder(`# Hello\n\nSee [it](${target}).\n`), 'en', '')
    const error = await made.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InputError)
    expect(String(error)).toMatch(/handout\.en\.md:3:10 links to "/)
  },
)
