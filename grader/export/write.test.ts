import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatIssue, InputError } from '../model/issue.ts'
import { STAMP, stampOf } from './stamp.ts'
import { studentFolder } from './testing.ts'
import type { ExportedFile } from './vendor.ts'
import { updateRepository, writeRepository } from './write.ts'

function file(path: string, text: string): ExportedFile {
  return { path, content: Buffer.from(text) }
}

const FIRST = [
  file('README.md', 'one\n'),
  file('old.md', 'old\n'),
  file('package.json', '{}\n'),
  file('src/conv1d.ts', 'TODO\n'),
  file('src/gone.ts', 'TODO\n'),
  file('tests/conv1d.spec.ts', 'first\n'),
  file('.gradus/main.mjs', '1\n'),
]
const SECOND = [
  file('README.md', 'two\n'),
  file('package.json', '{ "second": true }\n'),
  file('src/conv1d.ts', 'TODO better\n'),
  file('src/conv2d.ts', 'TODO\n'),
  file('tests/conv1d.spec.ts', 'second\n'),
  file('.gradus/main.mjs', '2\n'),
]

const first = stampOf('cnn', '0.1.0', FIRST)
const second = stampOf('cnn', '0.2.0', SECOND)

async function repository(): Promise<string> {
  const dir = studentFolder()
  await writeRepository(dir, FIRST, first)
  return dir
}

const read = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8')
const write = (dir: string, path: string, text: string) => writeFileSync(join(dir, path), text)

async function linesOf(dir: string, action: Promise<unknown>): Promise<string[]> {
  try {
    await action
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.issues.map((issue) => formatIssue(issue).replaceAll(`${dir}/`, ''))
  }
}

describe('an export', () => {
  test('writes beside a clone’s .git, and never over a file', async () => {
    const dir = studentFolder()
    mkdirSync(join(dir, '.git'), { recursive: true })
    await writeRepository(dir, FIRST, first)
    expect(read(dir, 'src/conv1d.ts')).toBe('TODO\n')
    write(dir, 'README.md', 'mine\n')
    const lines = await linesOf(dir, writeRepository(dir, SECOND, second))
    expect(lines[0]).toBe(
      'README.md is there already. Choose an empty folder; a repository of this lab is brought up to date by --update.',
    )
    expect(read(dir, 'README.md')).toBe('mine\n')
    expect(existsSync(join(dir, 'src/conv2d.ts'))).toBe(false)
  })
})

describe('an update', () => {
  test('brings everything up to date, and leaves the work of the student alone', async () => {
    const dir = await repository()
    write(dir, 'src/conv1d.ts', 'my work\n')
    expect(await updateRepository(dir, SECOND, second)).toEqual([
      { path: 'README.md', kind: 'written' },
      { path: 'package.json', kind: 'written' },
      { path: 'src/conv2d.ts', kind: 'written' },
      { path: 'tests/conv1d.spec.ts', kind: 'written' },
      { path: '.gradus/main.mjs', kind: 'written' },
      { path: 'old.md', kind: 'removed' },
    ])
    expect(read(dir, 'src/conv1d.ts')).toBe('my work\n')
    expect(existsSync(join(dir, 'src/gone.ts'))).toBe(true)
    expect(JSON.parse(read(dir, STAMP))).toEqual(second)
    expect(await updateRepository(dir, SECOND, second)).toEqual([])
  })

  test('keeps and names what the student changed, except what is not theirs to change', async () => {
    const dir = await repository()
    for (const path of ['README.md', 'old.md', 'tests/conv1d.spec.ts', '.gradus/main.mjs']) {
      write(dir, path, 'changed\n')
    }
    expect(await updateRepository(dir, SECOND, second)).toContainEqual({
      path: 'README.md',
      kind: 'kept',
    })
    expect(read(dir, 'README.md')).toBe('changed\n')
    expect(read(dir, 'old.md')).toBe('changed\n')
    expect(read(dir, 'tests/conv1d.spec.ts')).toBe('second\n')
    expect(read(dir, '.gradus/main.mjs')).toBe('2\n')
  })

  test('does not take the line ends of Windows for a change', async () => {
    const dir = await repository()
    for (const { path, content } of FIRST) {
      write(dir, path, content.toString().replaceAll('\n', '\r\n'))
    }
    const kinds = (await updateRepository(dir, SECOND, second)).map(({ kind }) => kind)
    expect(kinds).not.toContain('kept')
    expect(read(dir, 'README.md')).toBe('two\n')
  })

  test('is refused for another lab, and for a folder that is no export', async () => {
    const dir = await repository()
    const other = stampOf('gan', '0.2.0', SECOND)
    expect(await linesOf(dir, updateRepository(dir, SECOND, other))).toEqual([
      '.gradus/version.json is of lab "cnn", not "gan". Name that lab, or another folder.',
    ])
    const empty = studentFolder()
    expect((await linesOf(empty, updateRepository(empty, SECOND, second)))[0]).toContain(
      '.gradus/version.json is not there, or not as an export leaves it.',
    )
  })

  test.each(['../outside.txt', '/etc/passwd', 'src/../../outside.txt', 'a\\..\\b', '.'])(
    'removes nothing for a forged stamp that names %j',
    async (path) => {
      const dir = await repository()
      const victim = join(dir, '../outside.txt')
      writeFileSync(victim, 'old\n')
      const forged = { ...first, files: { ...first.files, [path]: first.files['old.md'] } }
      write(dir, STAMP, JSON.stringify(forged))
      expect(await linesOf(dir, updateRepository(dir, SECOND, second))).toHaveLength(1)
      expect(readFileSync(victim, 'utf8')).toBe('old\n')
    },
  )

  test.each(['.gradus', 'tests', '.github', 'src/conv2d.ts'])(
    'writes nothing through a link at %s',
    async (path) => {
      const dir = await repository()
      const outside = join(dir, '../outside')
      mkdirSync(outside)
      if (path === '.gradus' || path === 'tests') {
        const { renameSync } = await import('node:fs')
        renameSync(join(dir, path), join(outside, path))
        symlinkSync(join(outside, path), join(dir, path))
      } else symlinkSync(join(outside, 'new'), join(dir, path))
      const files = [...SECOND, file('.github/workflows/a.yml', 'a\n')]
      const lines = await linesOf(dir, updateRepository(dir, files, second))
      expect(lines[0]).toContain(`${path} is a symbolic link, where an export writes files`)
      expect(existsSync(join(outside, 'new'))).toBe(false)
      expect(read(dir, 'README.md')).toBe('one\n')
    },
  )
})
