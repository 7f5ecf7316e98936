import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readLab } from '../catalog/index.ts'
import { datasetOf } from '../commands/dataset.ts'
import { progress } from '../commands/progress.ts'
import { seededRandom } from '../model/seeded-random.ts'
import { unmeasured } from '../model/value-json.ts'
import { openRunner } from '../run/index.ts'
import { scoreChecks } from '../score/score.ts'
import { digitTable } from './digit-table.ts'
import { fitLinear, type Linear, nudged } from './linear.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LAB = 'custom-losses'
const TASK = 'trainWithWeights'
const CHECK = 'accuracy'

/** Digits of each class in the table. */
const TABLE = 40

/** What one push was told, or would be marked with. */
interface Mark {
  readonly points: number
  readonly accuracy: number
}

/**
 * How much a student gains who ignores the task and climbs: 200 times pushes a model whose weights are written
 * in the file, changes them at random, and keeps what the feedback liked better. Prints what that did to the
 * feedback and to the final mark, which is made with other examples, other seeds and other disturbances; and what
 * such weights, or a table of the public digits, earn at all where pixels are shuffled.
 */
export async function climb(pushes: number, tick: () => void): Promise<string> {
  const asGraded = await readLab(ROOT, LAB)
  // With the pixels where they are: otherwise weights in a file earn nothing, and nothing can be climbed.
  const lab = { ...asGraded, shufflePixels: false }
  const dataset = await datasetOf(lab)
  if (dataset === null) throw new Error(`${LAB} trains on no data.`)
  const scratch = mkdtempSync(join(tmpdir(), 'gradus-climb-'))
  const secret = 'of the climb'
  const feedback = openRunner({ root: ROOT, lab, secret, dataset })
  const final = openRunner({ root: ROOT, lab, secret, dataset, split: 'final' })
  const shuffled = openRunner({ root: ROOT, lab: asGraded, secret, dataset })
  let written = 0
  const mark = async (runner: typeof feedback, code: string): Promise<Mark> => {
    written += 1
    const dir = join(scratch, String(written))
    mkdirSync(dir)
    writeFileSync(join(dir, `${TASK}.ts`), code)
    const { checks } = await runner.rehearse({
      dir,
      visibilities: ['hidden'],
      checks: [`${TASK}/${CHECK}`],
      replay: false,
    })
    rmSync(dir, { recursive: true })
    const result = scoreChecks(lab, checks)
      .find(({ id }) => id === TASK)
      ?.checks.find(({ id }) => id === CHECK)
    if (result === undefined || result.verdict === 'fault') throw new Error(JSON.stringify(checks))
    const accuracy = unmeasured(result.measurements['accuracy'] ?? 'NaN')
    return { points: result.points, accuracy }
  }
  try {
    const random = seededRandom(1)
    const bytes = readFileSync(dataset.file)
    const first = fitLinear(bytes, dataset, { perClass: 1, steps: 12 })
    const start = { model: first, seen: await mark(feedback, source(first)) }
    let best = start
    for (let push = 1; push < pushes; push++) {
      const model = nudged(best.model, random)
      const seen = await mark(feedback, source(model))
      if (seen.accuracy > best.seen.accuracy) best = { model, seen }
      tick()
    }
    const before = await mark(final, source(start.model))
    const after = await mark(final, source(best.model))
    const table = digitTable(bytes, dataset, { task: TASK, perClass: TABLE })
    const carried = { 'those weights': source(best.model), 'a table of 400 digits': table }
    const worth: string[] = []
    for (const [name, code] of Object.entries(carried)) {
      const [open, graded] = [await mark(feedback, code), await mark(shuffled, code)]
      worth.push(
        `  ${name}: ${open.accuracy.toFixed(3)}, and ${graded.accuracy.toFixed(3)} with the pixels ` +
          `shuffled, as it is graded: ${graded.points} points\n`,
      )
    }
    const row = (name: string, from: Mark, to: Mark) =>
      `  ${name.padEnd(10)}${from.accuracy.toFixed(3)} to ${to.accuracy.toFixed(3)}, ` +
      `${from.points} to ${to.points} points: a gain of ${(to.points - from.points).toFixed(2)}\n`
    return (
      `Climbing ${LAB}/${CHECK} over ${pushes} pushes:\n` +
      row('feedback', start.seen, best.seen) +
      row('final', before, after) +
      worth.join('')
    )
  } finally {
    await feedback.close()
    await final.close()
    await shuffled.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** A submission that trains nothing: its weights are in the file. */
function source({ kernel, bias }: Linear): string {
  const list = (values: readonly number[]) => `[${values.map((value) => value.toPrecision(4))}]`
  return `import * as tf from '@tensorflow/tfjs'
const KERNEL = ${list(kernel)}
const BIAS = ${list(bias)}
export function ${TASK}() {
  const units = BIAS.length
  const inputShape = [KERNEL.length / units]
  const model = tf.sequential({
    layers: [tf.layers.dense({ units, activation: 'softmax', inputShape })],
  })
  model.setWeights([tf.tensor2d(KERNEL, [inputShape[0], units]), tf.tensor1d(BIAS)])
  return { model, history: { loss: [1, 1, 1, 1, 1, 1] } }
}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { pushes: { type: 'string', default: '200' } } })
  const pushes = Number(values.pushes)
  if (!(Number.isInteger(pushes) && pushes > 1)) {
    process.stderr.write(`--pushes takes a whole number from 2, not ${values.pushes}.\n`)
    process.exitCode = 2
  } else {
    const bar = progress(process.stderr, pushes - 1)
    const told = await climb(pushes, bar.tick)
    bar.end()
    process.stdout.write(told)
  }
}
