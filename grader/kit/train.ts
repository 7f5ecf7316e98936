import * as tf from '@tensorflow/tfjs'
import { marksOn, type Threshold } from '../model/lab.ts'
import { MOST_ROUNDS, statistic } from '../model/statistic.ts'
import { unmeasured } from '../model/value-json.ts'
import { weightsOfBackbone } from './backbone.ts'
import { currentFrame, type Frame } from './frame.ts'
import { seedsOfRun } from './seeds-of-run.ts'
import type { CheckSeeds } from './settings.ts'
import { sfc32, type Uniform } from './sfc32.ts'

/**
 * Runs a training once for each of the threshold's seeds. In every run `random`, `dataset` and the submission's
 * `Math.random` start from numbers of their own, and what was handed out in the run before is freed. A run must
 * `measure` what the threshold judges, once. When the result lies within its own spread of the full mark, luck
 * would decide: the same number of runs is added, twice at most.
 *
 * @param run one training.
 * @param draw the data of one run, where a training is so short that it matters: they are drawn for all runs before
 *   the first, so that the sandbox neither waits for them between trainings nor shares the cores with the judge
 *   meanwhile. Random numbers in `run` go on where those of its draw ended. A draw asks nothing of the
 *   submission: what it held there would be freed before its run.
 */
export async function train(run: () => Promise<void>): Promise<void>
export async function train<D>(
  run: (drawn: D) => Promise<void>,
  draw: () => D | Promise<D>,
): Promise<void>
export async function train(
  run: (drawn: unknown) => Promise<void>,
  draw: () => unknown = () => undefined,
): Promise<void> {
  const frame = currentFrame()
  const { check, task, settings } = frame
  const { threshold } = check
  if (threshold === null) throw new Error(`lab.yaml gives ${task.id}/${check.id} no marks.`)
  const { firstRun = 0, runs = null } = settings.rehearsedRuns ?? {}
  const values = () => frame.measurements.get(threshold.measure) ?? []
  let planned = runs ?? threshold.seeds
  const several = async (first: number, count: number) => {
    const ready: { readonly start: Start; readonly drawn: unknown }[] = []
    for (let number = first; number < first + count; number++) {
      const start = startOf(frame.seeds, firstRun + number)
      enter(frame, start)
      ready.push({ start, drawn: await draw() })
    }
    for (const [i, { start, drawn }] of ready.entries()) {
      const number = first + i + 1
      frame.onRun(number, planned)
      enter(frame, start)
      await freeing(() => run(drawn))
      if (values().length !== number) {
        throw new Error(`Each training must measure "${threshold.measure}" once.`)
      }
    }
  }
  for (let done = 0; done < planned; done = values().length) {
    // no more at once than a grading has: a calibration may have many
    await freeing(() => several(done, Math.min(threshold.seeds, planned - done)))
    const last = values().length === planned
    if (last && runs === null && planned < MOST_ROUNDS * threshold.seeds) {
      const close = isClose(values().map(unmeasured), threshold, fullMark(frame, threshold))
      if (close) planned += threshold.seeds
    }
  }
}

/** Where the numbers of one run begin. The generator is the run's own and remembers how far it is. */
interface Start {
  readonly seeds: CheckSeeds
  readonly uniform: Uniform
}

function startOf(seeds: CheckSeeds, number: number): Start {
  const own = seedsOfRun(seeds, number)
  return { seeds: own, uniform: sfc32(own.random) }
}

function enter(frame: Frame, { seeds, uniform }: Start): void {
  frame.runSeeds = seeds
  frame.uniform = uniform
  frame.context = { ...frame.context, seed: seeds.submission }
}

/** Frees what the work leaves behind in this process. */
async function freeing(work: () => Promise<void>): Promise<void> {
  const before = new Set(Object.keys(tf.engine().state.registeredVariables))
  tf.engine().startScope()
  try {
    await work()
  } finally {
    tf.engine().endScope()
    // Weights are variables, which no scope frees: hundreds of models would stay in this process.
    const kept = weightsOfBackbone()
    for (const [name, variable] of Object.entries(tf.engine().state.registeredVariables)) {
      if (!before.has(name) && !kept.has(name)) variable.dispose()
    }
  }
}

/** Whether the result is nearer to the full mark than trainings are to each other. */
function isClose(values: readonly number[], threshold: Threshold, full: number): boolean {
  const more = full > threshold.marks.none
  const result = statistic(values, threshold.rule, more)
  const finite = values.filter(Number.isFinite)
  if (finite.length < 2 || Number.isNaN(result)) return false
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length
  const squares = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.abs(result - full) < Math.sqrt(squares / (finite.length - 1))
}

function fullMark({ settings, task, check }: Frame, threshold: Threshold): number {
  const marks = marksOn(settings.lab, threshold, settings.dataset?.name ?? null)
  if (marks === null) throw new Error(`${task.id}/${check.id} has no marks on this data set.`)
  return marks.full
}
