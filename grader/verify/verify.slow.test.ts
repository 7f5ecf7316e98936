import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { COURSE, gradus } from '../commands/testing.ts'
import type { Finding } from './finding.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

/** Verifies a copy of the tiny course in which one file was changed. */
async function verifyWith(
  file: string,
  change: (text: string) => string,
): Promise<{ status: number | null; findings: readonly Finding[] }> {
  const root = mkdtempSync(join(tmpdir(), 'gradus-verify-'))
  roots.push(root)
  cpSync(COURSE, root, { recursive: true })
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const changed = change(text)
  expect(changed === text, `${file} is changed`).toBe(file === 'labs/outcomes/handout.en.md')
  writeFileSync(path, changed)
  const { status, stdout, stderr } = await gradus(['verify', 'outcomes', '--root', root, '--json'])
  expect(stderr).toBe('')
  return { status, findings: JSON.parse(stdout) }
}

const rules = (findings: readonly Finding[]) => new Set(findings.map(({ rule }) => rule))

describe('verify', () => {
  test('has nothing against a lab in order', async () => {
    const { status, findings } = await verifyWith('labs/outcomes/handout.en.md', (text) => text)
    expect({ status, findings }).toEqual({ status: 0, findings: [] })
  }, 120_000)

  test('notices a wrong line in the solution, although the solution is its own reference', async () => {
    const { status, findings } = await verifyWith('solutions/outcomes/loops.ts', (text) =>
      text.replace('return x + 1', 'return x + 3'),
    )
    expect(status).toBe(1)
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'oracle', about: 'loops' }))
  }, 120_000)

  test('notices an expectation that a right answer does not meet', async () => {
    const { status, findings } = await verifyWith('labs/outcomes/public/right.spec.ts', (text) =>
      text.replace('toMatchValue(42)', 'toMatchValue(43)'),
    )
    expect(status).toBe(1)
    expect(rules(findings)).toEqual(new Set(['solution', 'accepted']))
  }, 120_000)

  test('notices a tolerance a million times too large', async () => {
    const { status, findings } = await verifyWith('labs/outcomes/lab.yaml', (text) =>
      text.replaceAll('max-error: 1e-9', 'max-error: 1e3'),
    )
    expect(status).toBe(1)
    expect(rules(findings)).toEqual(new Set(['tolerances', 'witnesses']))
  }, 120_000)

  test('notices a check that no wrong answer fails', async () => {
    const { findings } = await verifyWith('labs/outcomes/hidden/throws.spec.ts', (text) =>
      text.replace('reference.throws(x)', 'submission.throws(x)'),
    )
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'witnesses', about: 'throws/random' }),
    )
  }, 120_000)

  test('notices an accepted solution that is not right', async () => {
    const { findings } = await verifyWith('labs/outcomes/accepted/arrow/exits.ts', (text) =>
      text.replace('1 + x', '2 + x'),
    )
    expect(rules(findings)).toEqual(new Set(['accepted']))
  }, 120_000)
})
