import * as tf from '@tensorflow/tfjs'
import { marksOn, type Threshold } from '../model/lab.ts'
import { MOST_ROUNDS, statistic } from '../model/statistic.ts'
import { unmeasured } from '../model/value-json.ts'
import { weightsOfBackbone } from './backbone.ts'
import { currentFrame, type Frame } from './frame.ts'
import { seedsOfRun } from './seeds-of-run.ts'
import { sfc32 } from './sfc32.ts'

/**
 * Runs a training once for each of the threshold's seeds. In every run `random`, `dataset` and the submission's
 * `Math.random` start from numbers of their own, and what was handed out in the run before is freed. A run must
 * `measure` what the threshold judges, once. When the result lies within its own spread of the full mark, luck
 * would decide: the same number of runs is added, twice at most.
 */
export async function train(run: () => Promise<void>): Promise<void> {
  const frame = currentFrame()
  const { check, task, settings } = frame
  const { threshold } = check
  if (threshold === null) throw new Error(`lab.yaml gives ${task.id}/${check.id} no marks.`)
  const { firstRun = 0, runs = null } = settings.rehearsedRuns ?? {}
  let planned = runs ?? threshold.seeds
  for (let done = 0; done < planned; done++) {
    frame.onRun(done + 1, planned)
    await once(frame, firstRun + done, run)
    const values = frame.measurements.get(threshold.measure) ?? []
    if (values.length !== done + 1) {
      throw new Error(`Each training must measure "${threshold.measure}" once.`)
    }
    const last = done + 1 === planned
    if (last && runs === null && planned < MOST_ROUNDS * threshold.seeds) {
      const close = isClose(values.map(unmeasured), threshold, fullMark(frame, threshold))
      if (close) planned += threshold.seeds
    }
  }
}

async function once(frame: Frame, number: number, run: () => Promise<void>): Promise<void> {
  const seeds = seedsOfRun(frame.seeds, number)
  frame.runSeeds = seeds
  frame.uniform = sfc32(seeds.random)
  frame.context = { ...frame.context, seed: seeds.submission }
  const before = new Set(Object.keys(tf.engine().state.registeredVariables))
  tf.engine().startScope()
  try {
    await run()
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
