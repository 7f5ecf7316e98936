import type { Lab } from '../../../model/lab.ts'
import type { PlannedPull, PullResult } from '../../../model/pulls.ts'
import type { CheckResult, Scorecard } from '../../../model/scorecard.ts'
import { graderVersion } from '../../../run/provenance.ts'

/** A scorecard as the grader would make it, with the first tasks right and the others wrong. */
export function stubCard(lab: Lab, planned: PlannedPull, rightTasks: number): Scorecard {
  const tasks = lab.tasks.map((task, index) => {
    const checks = task.checks.map((check): CheckResult => {
      const passes = index < rightTasks
      const mismatch = { kind: 'assertion', message: 'expected 1 to be 2', claim: null } as const
      return {
        id: check.id,
        visibility: check.visibility,
        verdict: passes ? 'pass' : 'fail',
        points: passes ? check.points : 0,
        maxPoints: check.points,
        measurements: {},
        misconception: null,
        cause: passes ? null : { kind: 'mismatch', mismatch, differing: null },
        curve: null,
        seconds: 0.1,
      }
    })
    const location = { file: task.file, line: 2, column: 8 }
    return { id: task.id, ...sum(checks), location, checks }
  })
  return {
    schema: 'gradus/scorecard/v1',
    lab: lab.id,
    submission: planned.source,
    ...sum(tasks),
    tasks,
    provenance: {
      labVersion: lab.version,
      labHash: lab.hash,
      submissionHash: 'b'.repeat(64),
      commit: planned.commit,
      dataset: null,
      datasetHash: null,
      backbone: null,
      backboneHash: null,
      split: planned.split,
      backend: 'wasm',
      backendVersion: '4.22.0',
      device: 'cpu',
      backendReason: 'the first that is usable',
      rung: 'A',
      seeds: [1],
      keyId: '0a1b2c3d',
      graderVersion: graderVersion(),
      nodeVersion: '24.21.0',
      startedAt: '2026-11-20T17:05:00.000Z',
      seconds: 7.25,
    },
  }
}

export function stubResult(lab: Lab, planned: PlannedPull, rightTasks: number): PullResult {
  const { repository, number, head, commit } = planned
  const card = stubCard(lab, planned, rightTasks)
  const schema = 'gradus/pull-result/v1'
  const result = { kind: 'graded', card } as const
  return { schema, repository, number, lab: lab.id, head, commit, result }
}

function sum(parts: readonly { readonly points: number; readonly maxPoints: number }[]) {
  return {
    points: parts.reduce((all, { points }) => all + points, 0),
    maxPoints: parts.reduce((all, { maxPoints }) => all + maxPoints, 0),
  }
}
