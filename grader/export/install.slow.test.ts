import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLabs } from '../catalog/index.ts'
import { ROOT, studentFolder } from './testing.ts'

/**
 * As a student does it, with the npm registry: GRADUS_NPM_TEST=1. Every lab that there is, or those named in
 * GRADUS_NPM_LABS.
 */
const isAsked = process.env['GRADUS_NPM_TEST'] === '1'
const named = process.env['GRADUS_NPM_LABS']?.split(',')
const labs = (await readLabs(ROOT)).filter(({ id }) => named?.includes(id) ?? true)

function git(cwd: string, ...args: string[]): void {
  const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org']
  execFileSync('git', [...who, ...args], { cwd, stdio: 'pipe' })
}

/** A fresh clone of what `gradus export` makes of a lab. */
function clonedFrom(lab: string): string {
  const [template, clone] = [studentFolder(), studentFolder()]
  const args = ['export', lab, template, '--lang', 'en']
  execFileSync(process.execPath, [join(ROOT, 'grader/main.ts'), ...args], { stdio: 'pipe' })
  git(template, 'init', '--quiet', '--initial-branch=main')
  git(template, 'add', '--all')
  git(template, 'commit', '--quiet', '--message=Start')
  git(ROOT, 'clone', '--quiet', template, clone)
  return clone
}

function npm(cwd: string, ...args: string[]) {
  const env = { ...process.env, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe.skipIf(!isAsked).each(labs)('a fresh clone of $id', ({ id, tasks }) => {
  test('npm ci && npm run check: not started, 1; with the solution: all passes, 0', () => {
    const dir = clonedFrom(id)
    const installed = npm(dir, 'ci', '--loglevel=error')
    expect(installed, installed.stderr).toMatchObject({ status: 0 })
    const before = npm(dir, 'run', 'check')
    expect(before.status).toBe(1)
    const checked = tasks.filter(({ checks }) =>
      checks.some(({ visibility }) => visibility === 'public'),
    )
    for (const { id: task } of checked) {
      expect(before.stdout).toMatch(new RegExp(`${task} .*not started`))
    }
    cpSync(join(ROOT, 'solutions', id), join(dir, 'src'), { recursive: true })
    const after = npm(dir, 'run', 'check')
    expect(after.status, after.stdout).toBe(0)
    const points = /public checks (\S+) \/ \1 points/.exec(after.stdout)?.[0]
    expect(points).toBeDefined()
    process.stdout.write(
      `${id}: ${checked.length} of ${tasks.length} tasks not started; ${points}\n`,
    )
  }, 600_000)
})
