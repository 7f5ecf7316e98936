import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readLab } from '../catalog/index.ts'
import { backboneOf, datasetOf } from '../commands/dataset.ts'
import { progress } from '../commands/progress.ts'
import type { World } from '../commands/world.ts'
import { BACKENDS, type BackendId } from '../model/backend.ts'
import { InputError } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import type { CheckOutcome } from '../model/outcome.ts'
import { unmeasured } from '../model/value-json.ts'
import { pickBackend } from '../run/backend/pick.ts'
import { openRunner } from '../run/index.ts'
import { median } from './pairs.ts'

const ROOT = join(import.meta.dirname, '../..')
const LAB = 'transfer-learning'
const MARGIN = 'fineTune/margin'

const OPTIONS = {
  runs: { type: 'string', default: '5' },
  backend: { type: 'string', default: 'wasm' },
} as const

/** What trainings of the lab's solution came to on one data set; medians of its runs. */
export interface Transferred {
  readonly dataset: string
  readonly backbone: string
  /** Accuracy on pictures that were never seen, over the pretrained backbone. */
  readonly transferred: number
  /** The same over a backbone of fresh weights that is as frozen. */
  readonly fresh: number
  /** Of a network that is trained from scratch on the same examples. */
  readonly scratch: number
  /** Median of the differences of the two in one run. */
  readonly margin: number
  /** Of one training with its two judgements. */
  readonly seconds: number
  readonly backend: string
}

/**
 * What pretrained weights are worth: the solution of `transfer-learning` on each of its data sets that is here,
 * against networks that start from random weights.
 */
export async function benchTransfer(world: World, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  const backend = BACKENDS.find((id) => id === values.backend)
  if (backend === undefined) {
    const what = `"${values.backend}" is no backend.`
    const next = `There are ${BACKENDS.join(', ')}.`
    throw new InputError([{ file: '--backend', line: null, column: null, what, next }])
  }
  const runs = Number(values.runs)
  const lab = await readLab(ROOT, LAB)
  world.stdout.write(HEAD)
  const bar = progress(world.stderr, 2 * lab.data.length)
  for (const name of lab.data) {
    try {
      const row = await transferOn(lab, name, {
        backend,
        runs: Number(runs),
        world,
        tick: bar.tick,
      })
      bar.end()
      world.stdout.write(line(row))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      bar.end()
      world.stdout.write(`${name.padEnd(14)}not here: ${error.message}\n`)
    }
  }
}

const HEAD =
  'data set      backbone              transferred  fresh, frozen  scratch  margin  s/training  backend\n'

function line(row: Transferred): string {
  const numbers = [row.transferred, row.fresh, row.scratch, row.margin].map((n) => n.toFixed(3))
  const [transferred = '', fresh = '', scratch = '', margin = ''] = numbers
  const columns = [
    transferred.padStart(11),
    fresh.padStart(15),
    scratch.padStart(9),
    margin.padStart(8),
  ]
  const time = row.seconds.toFixed(1).padStart(12)
  return `${row.dataset.padEnd(14)}${row.backbone.padEnd(22)}${columns.join('')}${time}  ${row.backend}\n`
}

interface Setting {
  readonly backend: BackendId
  readonly runs: number
  readonly world: Pick<World, 'env' | 'stderr'>
  readonly tick?: () => void
}

/** Throws InputError where data set or backbone is not here. */
export async function transferOn(lab: Lab, name: string, setting: Setting): Promise<Transferred> {
  const { world, runs, tick = () => {} } = setting
  const backend = await pickBackend({ asked: setting.backend, prefer: lab.prefer })
  const dataset = await datasetOf(lab, name, world.env, world.stderr)
  const backbone = await backboneOf(ROOT, lab, dataset, world.env)
  const runner = openRunner({ root: ROOT, lab, secret: 'bench', backend, dataset, backbone })
  const rehearse = async (predictor?: string) => {
    const { checks } = await runner.rehearse({
      dir: join(ROOT, 'solutions', LAB),
      visibilities: ['hidden'],
      checks: [MARGIN],
      rehearsedRuns: { firstRun: 0, runs },
      replay: false,
      ...(predictor === undefined
        ? {}
        : { override: join(ROOT, 'labs', LAB, 'predictors', predictor) }),
    })
    tick()
    const [outcome] = checks
    if (outcome?.end.kind !== 'completed') throw new Error(JSON.stringify(outcome?.end))
    return outcome
  }
  try {
    const solution = await rehearse()
    const lazy = await rehearse('random-features.ts')
    return {
      dataset: name,
      backbone: backbone?.name ?? '',
      transferred: medianOf(solution, 'transferred'),
      fresh: medianOf(lazy, 'transferred'),
      scratch: medianOf(solution, 'scratch'),
      margin: medianOf(solution, 'margin'),
      seconds: solution.seconds / runs,
      backend: `${backend.id} ${backend.version}, ${backend.device}`,
    }
  } finally {
    await runner.close()
  }
}

function medianOf({ measurements }: CheckOutcome, name: string): number {
  return median((measurements[name] ?? []).map(unmeasured))
}
