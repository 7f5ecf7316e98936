import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeScratch, removeScratch } from './scratch.ts'

test('sweeps what a killed grader left, and leaves alone what a running one uses', () => {
  const { pid } = spawnSync('true')
  const left = join(tmpdir(), `gradus-${pid}-left`)
  const used = join(tmpdir(), `gradus-${process.ppid}-used`)
  for (const folder of [left, used]) mkdirSync(folder, { recursive: true })
  const mine = makeScratch()
  expect([existsSync(left), existsSync(used), existsSync(mine)]).toEqual([false, true, true])
  for (const folder of [used, mine]) removeScratch(folder)
  expect(existsSync(mine)).toBe(false)
})
