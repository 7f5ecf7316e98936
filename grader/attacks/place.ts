import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Placed } from './attack.schema.ts'
import { type Attack, COURSE, TOOLS } from './corpus.ts'

/** What `{{name}}` stands for in the files of the corpus: an attacker who knows every path there is. */
export type Words = Readonly<Record<string, string>>

/** A complete, right submission to a lab, without secrets: what an attack does not replace. */
export function honestTo(lab: string): string {
  return join(COURSE, 'labs', lab, 'accepted', 'plain')
}

/** Puts a submission together in `folder`, as a student's repository: `src/` and what lies beside it. */
export function place(attack: Attack, folder: string, words: Words): void {
  mkdirSync(join(folder, 'src'), { recursive: true })
  if (!attack.whole) cpSync(honestTo(attack.lab), join(folder, 'src'), { recursive: true })
  for (const tool of attack.tools) {
    cpSync(join(TOOLS, tool), join(folder, 'src', tool))
  }
  copyFilled(attack.folder, folder, words, ['attack.yaml'])
  for (const item of attack.setup) make(item, folder, words)
}

/** Copies a folder with the words filled in, in contents and in names. */
export function copyFilled(
  from: string,
  to: string,
  words: Words,
  except: readonly string[] = [],
): void {
  const entries = readdirSync(from, { withFileTypes: true, recursive: true })
  for (const entry of entries.filter(({ name }) => !except.includes(name))) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(to, fill(source.slice(from.length), words))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, fill(readFileSync(source, 'utf8'), words))
  }
}

/** Throws for a word that is not known: an attack on a path that does not exist proves nothing. */
function fill(text: string, words: Words): string {
  return text.replace(/\{\{([a-z_:-]+)\}\}/g, (_match, name: string) => {
    const value = words[name]
    if (value === undefined) throw new Error(`the corpus uses an unknown word {{${name}}}`)
    return value
  })
}

function make(item: Placed, folder: string, words: Words): void {
  const path = join(folder, fill(item.path, words))
  mkdirSync(dirname(path), { recursive: true })
  if (item.git) makeGit(path, words)
  else if (item.files !== undefined) makeMany(path, item.files)
  else if (item.depth !== undefined) makeDeep(path, item.depth)
  else makeFile(item, path, words)
}

function makeFile(item: Placed, path: string, words: Words): void {
  rmSync(path, { recursive: true, force: true })
  if (item.symlink !== undefined) symlinkSync(fill(item.symlink, words), path)
  if (item.text !== undefined) writeFileSync(path, item.text)
  if (item.repeat !== undefined) writeFileSync(path, item.repeat.repeat(item.times ?? 1))
  if (item.fifo) execFileSync('mkfifo', [path])
  if (item['sparse-gb'] !== undefined) {
    writeFileSync(path, '')
    truncateSync(path, item['sparse-gb'] * 2 ** 30)
  }
}

function makeMany(folder: string, count: number): void {
  mkdirSync(folder)
  for (let i = 0; i < count; i += 1) writeFileSync(join(folder, `f${i}.ts`), '')
}

/** Each level is entered by its short name: the whole is longer than a path may be. */
function makeDeep(folder: string, depth: number): void {
  mkdirSync(folder)
  const script = `for (let i = 0; i < ${depth}; i += 1) {
    require('node:fs').mkdirSync('abcdefghijklmnopqrst')
    process.chdir('abcdefghijklmnopqrst')
  }`
  execFileSync(process.execPath, ['-e', script], { cwd: folder })
}

/** Every way in which looking at a repository can start a program. */
function makeGit(folder: string, words: Words): void {
  const command = `touch ${words['cwd']}/${words['marker']}; echo ${words['marker']}`
  execFileSync('git', ['init', '-q', dirname(folder)], { stdio: 'ignore' })
  const config = `
[core]
	fsmonitor = "${command}; false"
	sshCommand = "${command}"
	pager = "${command}"
	editor = "${command}"
[diff]
	external = "${command}"
[filter "x"]
	clean = "${command}"
	smudge = "${command}"
	process = "${command}"
[alias]
	rev-parse = "!${command}"
`
  writeFileSync(join(folder, 'config'), config, { flag: 'a' })
  writeFileSync(join(folder, '..', '.gitattributes'), '* filter=x diff=x\n')
  for (const hook of [
    'post-checkout',
    'pre-commit',
    'post-index-change',
    'reference-transaction',
  ]) {
    writeFileSync(join(folder, 'hooks', hook), `#!/bin/sh\n${command}\n`, { mode: 0o755 })
  }
}
