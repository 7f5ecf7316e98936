import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CAPS } from './admit.ts'
import { fetched, refusal, temporaryFolder, write } from './testing.ts'

const FILES = { 'conv1d.ts': 'export const a = 1\n', 'lib/helper.ts': 'export const b = 2\n' }

describe('a folder', () => {
  test('is copied as it is, privately', async () => {
    const source = write(temporaryFolder(), FILES)
    const { dir, files, commit } = await fetched(source)
    expect(files).toEqual(['conv1d.ts', 'lib/helper.ts'])
    expect(readFileSync(join(dir, 'lib/helper.ts'), 'utf8')).toBe(FILES['lib/helper.ts'])
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dir, 'conv1d.ts')).mode & 0o777).toBe(0o600)
    expect(commit).toBeNull()
  })

  test('may be the repository of the student or its src', async () => {
    const source = write(temporaryFolder(), { 'src/conv2d.ts': '', 'README.md': '', 'a.ts': '' })
    const whole = await fetched(source)
    const part = await fetched(join(source, 'src'))
    expect(whole.files).toEqual(['conv2d.ts'])
    expect(whole.hash).toBe(part.hash)
  })

  test('has a hash that any change of a name or of a content moves', async () => {
    const variants = [
      { 'conv1d.ts': 'ab', 'x.ts': '' },
      { 'conv1d.ts': 'a', 'x.ts': 'b' },
      { 'conv1d.ts': 'a', 'xb.ts': '' },
      { 'conv1d.ts': 'ab' },
      { 'conv1d.ts': 'ab\n' },
    ]
    const hashes = await Promise.all(
      variants.map(async (files) => (await fetched(write(temporaryFolder(), files))).hash),
    )
    expect(new Set(hashes).size).toBe(variants.length)
    expect((await fetched(write(temporaryFolder(), { 'conv1d.ts': 'ab' }))).hash).toBe(hashes[3])
  })

  test('keeps bytes that are no text', async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 254])
    const { dir } = await fetched(write(temporaryFolder(), { 'conv1d.ts': '', 'a.csv': bytes }))
    expect(readFileSync(join(dir, 'a.csv'))).toEqual(bytes)
  })

  test('leaves behind what configures tools, what is hidden and what is no code', async () => {
    const source = write(temporaryFolder(), {
      'conv1d.ts': '',
      'model.json': '{}',
      'package.json': '{}',
      'package-lock.json': '{}',
      'tsconfig.json': '{}',
      'tsconfig.build.json': '{}',
      'vitest.config.ts': '',
      'Vite.Config.mts': '',
      'vitest.workspace.ts': '',
      'biome.json': '{}',
      '.npmrc': '',
      '.env.json': '{}',
      '.hidden/conv2d.ts': '',
      'node_modules/@tensorflow/tfjs/index.js': '',
      'lib/node_modules/vitest/index.js': '',
      'addon.node': '',
      program: '',
      'script.sh': '',
      '.ts': '',
    })
    expect((await fetched(source)).files).toEqual(['conv1d.ts', 'model.json'])
  })

  test('gives no file through a symbolic link, and enters no linked folder', async () => {
    const secret = write(temporaryFolder(), { 'hidden.spec.ts': 'secret', 'labels.json': '[1]' })
    const source = write(temporaryFolder(), { 'conv1d.ts': '' })
    symlinkSync(join(secret, 'hidden.spec.ts'), join(source, 'conv2d.ts'))
    symlinkSync(secret, join(source, 'lib'))
    expect((await fetched(source)).files).toEqual(['conv1d.ts'])
  })

  test('ignores a src that is a link to elsewhere', async () => {
    const elsewhere = write(temporaryFolder(), { 'conv1d.ts': 'secret' })
    const source = temporaryFolder()
    symlinkSync(elsewhere, join(source, 'src'))
    expect(await refusal(source)).toContain('src/conv1d.ts is a symbolic link')
  })

  test('never waits for a pipe that poses as a file', async () => {
    const source = write(temporaryFolder(), { 'conv1d.ts': '' })
    execFileSync('mkfifo', [join(source, 'conv2d.ts')])
    expect((await fetched(source)).files).toEqual(['conv1d.ts'])
  })
})

describe('what cannot be graded is said with its place and what to do', () => {
  test('a folder that is not there', async () => {
    expect(await refusal('nowhere')).toBe(
      'nowhere does not exist. Check the path, or name a repository as URL#ref.',
    )
  })

  test('a file in place of a folder', async () => {
    const source = write(temporaryFolder(), FILES)
    expect(await refusal(`${source}/conv1d.ts`)).toContain('is not a folder. Name the folder')
  })

  test('a folder without any file of the lab', async () => {
    const source = write(temporaryFolder(), { 'other.ts': '' })
    expect(await refusal(source)).toBe(
      `${source} holds none of the files of the lab convolutions. ` +
        'It or its src/ should hold conv1d.ts, conv2d.ts.',
    )
  })

  test('a folder above the right one', async () => {
    const source = write(temporaryFolder(), { 'convolutions/conv1d.ts': '' })
    expect(await refusal(source)).toContain('Did you mean its folder convolutions?')
  })

  test('a file too large, many files, and much of them', async () => {
    const large = Buffer.alloc(CAPS.fileBytes + 1)
    const one = write(temporaryFolder(), { 'conv1d.ts': '', 'data/big.csv': large })
    expect(await refusal(one)).toBe(
      `${one}/data/big.csv is 2.1 MB large; 2 MB are allowed. ` +
        'Take it out of the submission, or make it smaller.',
    )
    const many = Object.fromEntries(Array.from({ length: CAPS.files }, (_, i) => [`f${i}.ts`, '']))
    const crowded = write(temporaryFolder(), { 'conv1d.ts': '', ...many })
    expect(await refusal(crowded)).toContain('has 257 files; 256 are allowed.')
    const pieces = Array.from({ length: 9 }, (_, i) => [`d${i}.csv`, large.subarray(1)])
    const heavy = write(temporaryFolder(), { 'conv1d.ts': '', ...Object.fromEntries(pieces) })
    expect(await refusal(heavy)).toContain('has 18 MB of files; 16 MB are allowed.')
  })

  test('a file too deep', async () => {
    const source = write(temporaryFolder(), { 'conv1d.ts': '', 'a/b/c/d/e/f/g/h/i.ts': '' })
    expect(await refusal(source)).toContain('h/i.ts lies 9 folders deep; 8 are allowed.')
  })

  test('a crowd of names, admitted or not', async () => {
    const source = write(temporaryFolder(), { 'conv1d.ts': '' })
    mkdirSync(join(source, 'images'))
    for (let i = 0; i <= CAPS.names; i += 1) writeFileSync(join(source, 'images', `${i}.png`), '')
    expect(await refusal(source)).toContain('holds more than 5000 files and folders.')
  })

  test('every odd name at once, spelt so that it paints nothing', async () => {
    const source = write(temporaryFolder(), {
      'conv1d.ts': '',
      'Conv1D.ts': '',
      'a\nb.ts': '',
      'c\u001b[31m.ts': '',
      'd\u202ets.ts': '',
      'e\\f.ts': '',
      ' g.ts': '',
    })
    writeFileSync(Buffer.concat([Buffer.from(`${source}/h`), Buffer.from([255, 46, 116, 115])]), '')
    const text = await refusal(source)
    expect(text.replaceAll(`${source}/`, '').split('\n').toSorted()).toEqual([
      ' g.ts has a name that begins or ends with a space. Rename it with letters, digits, hyphens and dots.',
      'a\\u{a}b.ts has an invisible character in its name. Rename it with letters, digits, hyphens and dots.',
      'c\\u{1b}[31m.ts has an invisible character in its name. Rename it with letters, digits, hyphens and dots.',
      'conv1d.ts differs from Conv1D.ts by case or accents only. Keep one of the two, or rename it.',
      'd\\u{202e}ts.ts has an invisible character in its name. Rename it with letters, digits, hyphens and dots.',
      'e\\f.ts has a name that some systems refuse. Rename it with letters, digits, hyphens and dots.',
      'h\ufffd.ts has a name that is not UTF-8. Rename it with letters, digits, hyphens and dots.',
    ])
  })

  test('a folder whose name is not UTF-8', async () => {
    const source = write(temporaryFolder(), { 'conv1d.ts': '' })
    mkdirSync(Buffer.concat([Buffer.from(`${source}/h`), Buffer.from([255])]))
    expect(await refusal(source)).toContain('is a folder with a name that is not UTF-8.')
  })
})
