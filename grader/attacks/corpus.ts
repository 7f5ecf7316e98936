import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { readLab } from '../catalog/index.ts'
import { allChecks, type Lab } from '../model/lab.ts'
import type { Verdict } from '../model/scorecard.ts'
import type { Layer } from '../run/sandbox/index.ts'
import { attackSchema, type Category, type Placed, type RawAttack } from './attack.schema.ts'

/** The lab that is attacked: a course root of its own. */
export const COURSE = fileURLToPath(new URL('./course/', import.meta.url))
const CORPUS = fileURLToPath(new URL('./corpus/', import.meta.url))
export const TOOLS = fileURLToPath(new URL('./tools/', import.meta.url))
/** The lab that an attack is on when it does not say. */
export const LAB = 'target'
const LABS = [LAB, 'models', 'pictures'] as const

/** The labs that are attacked. */
export function readLabs(root = COURSE): Promise<Lab[]> {
  return Promise.all(LABS.map((id) => readLab(root, id)))
}

/** One hostile submission, and what a contained run of it looks like. */
export interface Attack {
  readonly id: string
  /** Id of the lab. */
  readonly lab: string
  /** Absolute folder with attack.yaml and the files of the submission. */
  readonly folder: string
  readonly category: Category
  readonly tries: string
  /** Points that its honest part deserves; more is a forged result. */
  readonly honest: number
  /** Allowed verdicts by `task/check`. */
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>
  readonly meets: RegExp | null
  readonly canary: readonly string[]
  readonly stoppedBy: readonly Layer[]
  readonly naive: boolean
  readonly tools: readonly string[]
  readonly setup: readonly Placed[]
  /** By kind of report, what must not be found in it. */
  readonly forbid: ReadonlyMap<string, readonly RegExp[]>
  readonly whole: boolean
  /** Bound on the time of each check; null where the lab's own limits are enough. */
  readonly seconds: number | null
  readonly mayRefuse: boolean
}

const isAttack = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<RawAttack>(
  attackSchema,
)

/** All attacks in the order of their names. Throws an Error that lists every mistake in the corpus. */
export function readCorpus(labs: readonly Lab[], folder = CORPUS): Attack[] {
  const mistakes: string[] = []
  const attacks = readdirSync(folder)
    .toSorted()
    .flatMap((id) => {
      try {
        return [readAttack(labs, id, join(folder, id))]
      } catch (error) {
        mistakes.push(error instanceof Error ? error.message : String(error))
        return []
      }
    })
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  return attacks
}

function readAttack(labs: readonly Lab[], id: string, folder: string): Attack {
  const file = join(folder, 'attack.yaml')
  const raw: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : null
  if (!isAttack(raw)) {
    const what = (isAttack.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
    throw new Error(`${file} ${what.join('; ')}`)
  }
  const lab = labs.find((each) => each.id === (raw.lab ?? LAB))
  if (lab === undefined) throw new Error(`${file} is on a lab that is not there`)
  const verdicts = expected(lab, raw, file)
  const reachable = allChecks(lab)
    .filter(({ task, check }) => verdicts.get(`${task.id}/${check.id}`)?.includes('pass'))
    .reduce((sum, { check }) => sum + check.points, 0)
  if (raw.whole !== true && reachable !== raw.honest) {
    throw new Error(`${file} honest is ${raw.honest}, but what may pass is worth ${reachable}`)
  }
  return {
    id,
    lab: lab.id,
    folder,
    category: raw.category,
    tries: raw.tries,
    honest: raw.honest,
    verdicts,
    meets: raw.meets === undefined ? null : new RegExp(raw.meets),
    canary: raw.canary ?? [],
    stoppedBy: raw['stopped-by'] ?? [],
    naive: raw.naive === true,
    tools: raw.tools ?? [],
    setup: raw.setup ?? [],
    forbid: new Map(
      Object.entries(raw.forbid ?? {}).map(([as, patterns]) => [
        as,
        patterns.map((pattern) => new RegExp(pattern, 'mu')),
      ]),
    ),
    whole: raw.whole === true,
    seconds: raw.seconds ?? null,
    mayRefuse: raw['may-refuse'] === true,
  }
}

/** Every check's allowed verdicts; a check that attack.yaml does not name must pass. */
function expected(lab: Lab, raw: RawAttack, file: string): Map<string, readonly Verdict[]> {
  const named = raw.verdicts ?? {}
  for (const id of Object.keys(named)) {
    if (!lab.tasks.some((task) => task.id === id)) throw new Error(`${file} has no task "${id}"`)
  }
  return new Map(
    allChecks(lab).map(({ task, check }) => {
      const ofTask = named[task.id] ?? 'pass'
      const direct = typeof ofTask === 'string' || Array.isArray(ofTask)
      const verdicts = direct ? ofTask : (ofTask[check.id] ?? 'pass')
      return [`${task.id}/${check.id}`, typeof verdicts === 'string' ? [verdicts] : verdicts]
    }),
  )
}
