import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsFiles } from './settings-files.ts'

test('the workflow of a student’s repository may only read, and pins what it uses', () => {
  const text = settingsFiles()['.github/workflows/public-checks.yml'] ?? ''
  const workflow = parse(text)
  expect(workflow.on).toEqual(['push', 'pull_request'])
  expect(workflow.permissions).toEqual({})
  expect(workflow.jobs.check.permissions).toEqual({ contents: 'read' })
  expect(workflow.jobs.check['timeout-minutes']).toBeLessThanOrEqual(15)
  const steps: { uses?: string; run?: string; with?: Record<string, unknown> }[] =
    workflow.jobs.check.steps
  for (const { uses, run } of steps) {
    if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
    if (run !== undefined) expect(run).not.toContain('${{')
  }
  expect(steps[0]?.with).toEqual({ 'persist-credentials': false })
  expect(text).not.toMatch(/secrets|pull_request_target|cache/)
})
