import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fetchSubmission } from './index.ts'
import {
  commit,
  fetched,
  git,
  lab,
  refusal,
  repository,
  temporaryFolder,
  write,
} from './testing.ts'

const FILES = { 'src/conv1d.ts': 'export const a = 1\n', 'package.json': '{}' }

describe('a commit', () => {
  test('gives the files of its src, and its full id', async () => {
    const source = repository(FILES)
    const workspace = await fetched(`${source}#main`)
    expect(workspace.files).toEqual(['conv1d.ts'])
    expect(readFileSync(join(workspace.dir, 'conv1d.ts'), 'utf8')).toBe(FILES['src/conv1d.ts'])
    expect(workspace.commit).toBe(git(source, 'rev-parse', 'HEAD'))
    expect(workspace.source).toBe(`${source}#main`)
  })

  test('has the hash that a folder with the same files has', async () => {
    const source = repository(FILES)
    expect((await fetched(`${source}#main`)).hash).toBe((await fetched(source)).hash)
  })

  test('is the one that stands in the repository, whatever lies around it', async () => {
    const source = repository(FILES)
    write(source, { 'src/conv1d.ts': 'changed', 'src/conv2d.ts': 'new' })
    const { dir, files } = await fetched(`${source}#main`)
    expect(files).toEqual(['conv1d.ts'])
    expect(readFileSync(join(dir, 'conv1d.ts'), 'utf8')).toBe(FILES['src/conv1d.ts'])
  })

  test('is found by branch, tag, full name, pull request, id, and by no name at all', async () => {
    const source = repository(FILES)
    const first = git(source, 'rev-parse', 'HEAD')
    git(source, 'tag', '--annotate', '--message=v1', 'v1')
    git(source, 'update-ref', 'refs/pull/7/head', first)
    write(source, { 'src/conv2d.ts': '' })
    const second = commit(source)
    git(source, 'branch', 'ana/entrega-ñ')
    const found = async (ref: string) => (await fetched(`${source}#${ref}`)).commit
    expect(await found('v1')).toBe(first)
    expect(await found('pull/7/head')).toBe(first)
    expect(await found(first)).toBe(first)
    expect(await found('main')).toBe(second)
    expect(await found('HEAD')).toBe(second)
    expect(await found('refs/heads/main')).toBe(second)
    expect(await found('ana/entrega-ñ')).toBe(second)
    expect((await fetched(`file://${encodeURI(source)}#HEAD`)).commit).toBe(second)
    expect((await fetched(`file://${encodeURI(source)}`)).commit).toBe(second)
  })

  test('of a bare repository and of one with SHA-256 ids is read the same', async () => {
    const source = repository(FILES)
    const bare = join(temporaryFolder(), 'class.git')
    git(source, 'clone', '--quiet', '--bare', source, bare)
    expect((await fetched(`${bare}#main`)).files).toEqual(['conv1d.ts'])
    const long = write(temporaryFolder(), FILES)
    git(long, 'init', '--quiet', '--initial-branch=main', '--object-format=sha256')
    const id = commit(long)
    expect(id).toHaveLength(64)
    expect((await fetched(`${long}#main`)).commit).toBe(id)
  })

  test('leaves nothing but the copy behind', async () => {
    const scratch = temporaryFolder()
    await fetchSubmission(`${repository(FILES)}#main`, { lab, scratch })
    expect(readdirSync(scratch)).toEqual(['submission'])
  })

  test('comes without its history', async () => {
    const source = repository({ ...FILES, 'huge.csv': Buffer.alloc(3_000_000, 'x') })
    git(source, 'rm', '--quiet', 'huge.csv')
    commit(source)
    expect((await fetched(`${source}#main`)).files).toEqual(['conv1d.ts'])
  })
})

describe('what cannot be fetched is said with what to do', () => {
  test('a ref that is not there, with the likely one', async () => {
    const source = repository(FILES)
    git(source, 'branch', 'entrega-final')
    const asks = (ref: string) =>
      `${source}#${ref} asks for "${ref}", which is not in that repository.`
    const typo = 'entrega-fnal'
    expect(await refusal(`${source}#${typo}`)).toBe(`${asks(typo)} Did you mean "entrega-final"?`)
    expect(await refusal(`${source}#master`)).toBe(`${asks('master')} Did you mean "main"?`)
    expect(await refusal(`${source}#abcdef12`)).toContain('Write the commit id in full')
  })

  test('a commit that is not there', async () => {
    const id = '0123456789'.repeat(4)
    expect(await refusal(`${repository(FILES)}#${id}`)).toContain('Check the commit id')
  })

  test('a ref to something that is no commit', async () => {
    const source = repository(FILES)
    git(source, 'tag', 'blob', git(source, 'rev-parse', 'HEAD:package.json'))
    expect(await refusal(`${source}#blob`)).toContain('cannot be read')
  })

  test('an empty repository, a folder that is none, and no path at all', async () => {
    const empty = temporaryFolder()
    git(empty, 'init', '--quiet')
    expect(await refusal(`${empty}#main`)).toBe(
      `${empty} is an empty repository. Push a commit first.`,
    )
    const plain = write(temporaryFolder(), FILES)
    expect(await refusal(`${plain}#main`)).toContain('does not appear to be a git repository')
    expect(await refusal('/nowhere/at/all#main')).toContain('/nowhere/at/all does not exist.')
  })

  test('a commit without a file of the lab, and one whose file is too large', async () => {
    expect(await refusal(`${repository({ 'a.ts': '' })}#main`)).toContain(
      'It or its src/ should hold',
    )
    const large = { 'conv1d.ts': Buffer.alloc(2_000_001) }
    expect(await refusal(`${repository(large)}#main`)).toContain('conv1d.ts is 2.1 MB large')
  })

  test('a host that does not answer', async () => {
    const text = await refusal('https://127.0.0.1:1/class/ana#main')
    expect(text).toMatch(/cannot be read: .* Check the address and the network\.$/)
  })
})

describe('a hostile repository', () => {
  test('runs none of its hooks, filters or configured programs', async () => {
    const source = repository({ ...FILES, '.gitattributes': '* filter=evil diff=evil\n' })
    const canary = join(temporaryFolder(), 'ran')
    const program = join(write(temporaryFolder(), { run: `#!/bin/sh\ntouch '${canary}'\n` }), 'run')
    chmodSync(program, 0o755)
    const hooks = ['post-checkout', 'reference-transaction', 'post-index-change', 'pre-auto-gc']
    for (const hook of hooks) symlinkSync(program, join(source, '.git/hooks', hook))
    for (const key of [
      'core.fsmonitor',
      'core.sshCommand',
      'core.alternateRefsCommand',
      'uploadpack.packObjectsHook',
      'filter.evil.smudge',
      'filter.evil.process',
      'diff.evil.textconv',
      'credential.helper',
      'alias.ls-tree',
    ]) {
      git(source, 'config', key, key.startsWith('alias') ? `!'${program}'` : `'${program}'`)
    }
    expect((await fetched(`${source}#main`)).files).toEqual(['conv1d.ts'])
    expect(existsSync(canary)).toBe(false)
    git(source, 'hook', 'run', 'post-checkout')
    expect(existsSync(canary), 'the program works').toBe(true)
  })

  test('brings no file through a symbolic link and no submodule', async () => {
    const module = repository({ 'conv2d.ts': 'export const other = 1' })
    const source = repository({ 'conv1d.ts': '' })
    symlinkSync('/etc/passwd', join(source, 'conv2d.ts'))
    symlinkSync('..', join(source, 'lib'))
    git(source, 'submodule', '--quiet', 'add', module, 'vendor')
    commit(source)
    expect((await fetched(`${source}#main`)).files).toEqual(['conv1d.ts'])
  })

  test('writes nothing outside the copy, with names that climb or collide', async () => {
    const source = repository({ 'conv1d.ts': '' })
    const blob = git(source, 'rev-parse', 'HEAD:conv1d.ts')
    const tree = (...names: string[]) => {
      const records = names.map((name) => `100644 ${name}\0`)
      const id = Buffer.from(blob, 'hex')
      const bytes = Buffer.concat(records.flatMap((record) => [Buffer.from(record), id]))
      const file = join(write(temporaryFolder(), { tree: bytes }), 'tree')
      const object = git(source, 'hash-object', '--literally', '-w', '-t', 'tree', file)
      const made = git(source, 'commit-tree', object, '-m', 'odd')
      git(source, 'branch', '--force', 'odd', made)
      return refusal(`${source}#odd`)
    }
    expect(await tree('../escaped.ts', 'conv1d.ts')).toBe('accepted: conv1d.ts')
    expect(await tree('/tmp/escaped.ts', 'conv1d.ts')).toBe('accepted: conv1d.ts')
    expect(await tree('.git/hooks/x.ts', 'conv1d.ts')).toBe('accepted: conv1d.ts')
    expect(await tree('conv1d.ts', 'conv1d.ts')).toContain('differs from conv1d.ts by case')
    expect(await tree('Conv1d.ts', 'conv1d.ts')).toContain('differs from Conv1d.ts by case')
    expect(await tree('a\nb.ts', 'conv1d.ts')).toContain('a\\u{a}b.ts has an invisible character')
  })

  test('cannot turn a source into a program or an option', async () => {
    const canary = join(temporaryFolder(), 'ran')
    const folder = temporaryFolder()
    mkdirSync(join(folder, '-oProxyCommand=x'))
    const hostile = [
      `ext::sh -c touch% ${canary}#main`,
      `--upload-pack=touch ${canary}#main`,
      `${repository(FILES)}#--upload-pack=touch ${canary}`,
      `${repository(FILES)}#main:refs/heads/x`,
      `${repository(FILES)}#+main`,
      `ssh://-oProxyCommand=touch ${canary}/x#main`,
      `-oProxyCommand=touch@x:y#main`,
      'fd::17#main',
      'git://127.0.0.1/x#main',
      'http://example.org/x#main',
      'file:///etc#main',
    ]
    for (const source of hostile) expect(await refusal(source)).not.toMatch(/^accepted/)
    expect(existsSync(canary)).toBe(false)
  })
})
