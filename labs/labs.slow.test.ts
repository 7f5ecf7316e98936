import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { labIds } from '../grader/catalog/index.ts'
import { gradus, REPOSITORY } from '../grader/commands/testing.ts'
import { validateScorecard } from '../grader/model/records.ts'
import type { Scorecard } from '../grader/model/scorecard.ts'

const scratch = mkdtempSync(join(tmpdir(), 'gradus-labs-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

async function grade(folder: string, lab: string): Promise<Scorecard> {
  const submission = join(REPOSITORY, folder, lab)
  const args = ['--lab', lab, '--json', '--out', join(scratch, folder)]
  const { status, stdout, stderr } = await gradus(['grade', submission, ...args])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const result = validateScorecard(JSON.parse(stdout))
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.value
}

describe.each(await labIds(REPOSITORY))('the lab %s', (lab) => {
  test('gives its solution every point, in the sandbox', { timeout: 300_000 }, async () => {
    const { points, maxPoints, tasks } = await grade('solutions', lab)
    const lost = tasks.flatMap(({ id, checks }) =>
      checks.filter(({ verdict }) => verdict !== 'pass').map((check) => ({ id, check })),
    )
    expect(lost).toEqual([])
    expect({ points, maxPoints }).toEqual({ points: 100, maxPoints: 100 })
  })

  test('gives its starter none, and calls each task not started', {
    timeout: 120_000,
  }, async () => {
    const { points, tasks } = await grade('starter', lab)
    const verdicts = tasks.flatMap(({ checks }) => checks.map(({ verdict }) => verdict))
    expect(points).toBe(0)
    expect(new Set(verdicts)).toEqual(new Set(['skip']))
  })
})
