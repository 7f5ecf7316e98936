import type { Backbone } from '../model/backbone.ts'
import type { ExportedLab } from '../model/exported.ts'
import type { Check, Lab, Language, Task } from '../model/lab.ts'
import { exportedBackbone } from './backbone-files.ts'

/** Seconds more for a call: a student's machine reads new files slowly at first, and nothing is at stake. */
const PATIENCE = 10

/**
 * What of a lab a student's machine may know: all of its public checks, and of the hidden ones their
 * points alone. No misconceptions, no hints or phrases of hidden checks; no hash, for it is one of hidden files too.
 */
export function exportedLab(
  lab: Lab,
  language: Language,
  backbone: Backbone | null,
  versions: Pick<ExportedLab, 'graderVersion' | 'backendVersion'>,
): ExportedLab {
  const tasks = lab.tasks.map(exportedTask)
  const limits = { ...lab.limits, callSeconds: lab.limits.callSeconds + PATIENCE }
  return {
    schema: 'gradus/exported-lab/v1',
    lab: { ...lab, hash: '', tasks, limits, phrases: publicPhrases(lab) },
    backbone: exportedBackbone(backbone),
    language,
    ...versions,
  }
}

/** What a hidden check expects is told by the name it has for it. */
function publicPhrases({ phrases }: Lab): Lab['phrases'] {
  return phrases.filter(({ visibility }) => visibility === 'public')
}

function exportedTask(task: Task): Task {
  const checks = task.checks
    .filter(({ visibility }) => visibility === 'public')
    .map((check) => ({
      ...check,
      // why a tolerance is what it is tells of the hidden checks that share it
      tolerance: check.tolerance && { ...check.tolerance, reason: '' },
      seconds: check.seconds === null ? null : check.seconds + PATIENCE,
    }))
  const hidden = task.checks.filter(({ visibility }) => visibility === 'hidden')
  const rest = hidden.length === 0 ? [] : [pointsOf(hidden)]
  return { ...task, checks: [...checks, ...rest], misconceptions: [] }
}

/** The hidden checks of a task as one: reports say how many points the grader decides. */
function pointsOf(hidden: readonly Check[]): Check {
  return {
    id: 'of-the-grader',
    visibility: 'hidden',
    points: hidden.reduce((sum, { points }) => sum + points, 0),
    tolerance: null,
    threshold: null,
    hint: null,
    release: 'now',
    seconds: null,
  }
}
