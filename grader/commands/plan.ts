import { resolve } from 'node:path'
import { labIds } from '../catalog/index.ts'
import { readCourse } from '../course/index.ts'
import type { PullPlan, SkippedPull } from '../model/pulls.ts'
import { visible } from '../report/visible.ts'
import { connect, whereFrom } from './pulls/connection.ts'
import { openHistories } from './pulls/history.ts'
import { labsOf } from './pulls/labs-of.ts'
import { planPulls } from './pulls/plan.ts'
import { DEFAULT_OUT, writeAtomically } from './records.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface PlanCommandOptions {
  readonly root: string
  /** Of these labs only. */
  readonly lab?: string | undefined
  readonly regrade?: true | undefined
  readonly drafts?: true | undefined
  /** Folder of the records. */
  readonly records?: string | undefined
  /** File of the plan; without it, it is printed. */
  readonly out?: string | undefined
}

/** `gradus plan`: which open pull requests are to be graded, and at which commit. */
export async function planCommand(options: PlanCommandOptions, world: World): Promise<ExitStatus> {
  const { course, students } = await readCourse(options.root, await labIds(options.root))
  const labs = labsOf(course, options)
  const hub = connect(world.env)
  try {
    const plan = await planPulls({
      ...{ course, students, labs, hub },
      histories: openHistories(resolve(world.cwd, options.records ?? DEFAULT_OUT)),
      server: whereFrom(world.env).server,
      regrade: options.regrade === true,
      drafts: options.drafts === true ? 'grade' : 'skip',
      now: world.now(),
      onTrouble: (repository, why) =>
        world.stderr.write(
          `${repository} cannot be asked about: ${visible(why, { lines: 'join' })}\n`,
        ),
    })
    const text = `${JSON.stringify(plan, null, 2)}\n`
    if (options.out === undefined) world.stdout.write(text)
    else writeAtomically(resolve(world.cwd, options.out), text)
    world.stderr.write(`${summary(plan.pulls.length, plan.skipped)}\n`)
    return isLost(plan) ? EXIT.fault : EXIT.done
  } finally {
    await hub.close()
  }
}

/** Not one repository could be asked about: that is no plan. */
function isLost({ pulls, skipped }: PullPlan): boolean {
  return (
    pulls.length === 0 && skipped.length > 0 && skipped.every(({ why }) => why === 'unreachable')
  )
}

const WHY: Readonly<Record<SkippedPull['why'], string>> = {
  graded: 'graded before',
  draft: 'drafts',
  'no-repository': 'repositories that are not there',
  unreachable: 'that could not be asked about',
  'unknown-student': 'of nobody in roster.csv',
  'unknown-lab': 'of which the branch names no lab',
  excused: 'of students who dropped out',
}

function summary(count: number, skipped: readonly SkippedPull[]): string {
  const groups = Map.groupBy(skipped, ({ why }) => why)
  const parts = [...groups].map(([why, group]) => `${group.length} ${WHY[why]}`)
  return [`${count} to grade`, ...parts].join('; ')
}
