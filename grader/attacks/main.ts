import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, CommanderError, Option } from '@commander-js/extra-typings'
import { InputError } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import { didYouMean, list } from '../reading/suggest.ts'
import { type Layer, probeRungs } from '../run/sandbox/index.ts'
import { attackSchema } from './attack.schema.ts'
import { type Attack, LAB, readCorpus, readLabs } from './corpus.ts'
import { openField, type Result } from './field.ts'
import { LAYERS, runWithout, type WithoutLayer } from './layers.ts'
import { gradeNaively, type NaiveRun } from './naive.ts'
import { beatenLine, containedLine, layerLine, naiveLine, resultLine } from './table.ts'

const CATEGORIES: readonly string[] = attackSchema.properties.category.enum

/** Fewer would not show that the boundary is worth its cost. */
const NAIVE_MINIMUM = 15

interface Options {
  readonly only?: string[] | undefined
  readonly category?: string | undefined
  readonly rung?: 'A' | 'B' | undefined
  readonly without?: Layer | undefined
  readonly naive: boolean
  readonly layers: boolean
  readonly json?: true | undefined
}

/**
 * Runs the corpus as the command line says; 0 when all is as it should be, 1 when not, 2 with one sentence
 * on standard error when there is nothing to run, or nothing to run it in.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('attacks')
    .description('Run hostile submissions against the sandbox, and against a grader without one.')
    .option('--only <id...>', 'run these attacks only')
    .option('--category <name>', 'run the attacks of one category only')
    .addOption(new Option('--rung <rung>', 'one rung instead of all').choices(['A', 'B']))
    .addOption(new Option('--without <layer>', 'leave a layer out').choices([...LAYERS]))
    .option('--no-naive', 'leave out the grader without a sandbox')
    .option('--no-layers', 'leave out the table of layers')
    .option('--json', 'print the results as JSON, nothing else')
    .exitOverride()
  try {
    program.parse([...argv], { from: 'user' })
    return await run(narrow(program.opts()))
  } catch (error) {
    // already told
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof InputError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

async function run(options: Options): Promise<number> {
  const say = options.json ? () => undefined : (line: string) => console.log(line)
  const labs = await readLabs()
  const attacks = chosen(readCorpus(labs), options)
  const rungs = await usable(options.rung, say)
  const complete = options.only === undefined && options.category === undefined
  const record: Record<string, unknown> = {}
  let right = true

  if (options.without === undefined) {
    for (const rung of rungs) {
      const results = await onRung(rung, attacks, say)
      right &&= results.every(({ escapes }) => escapes.length === 0)
      record[rung] = results.map(plain)
    }
    if (options.naive) {
      const runs = await naively(labs, attacks, say)
      const beaten = runs.filter(({ result }) => result.beaten).length
      right &&= !complete || beaten >= NAIVE_MINIMUM
      record['naive'] = runs.map(({ attack, result }) => ({ id: attack.id, ...result }))
    }
  }
  const layers = options.without === undefined ? LAYERS : [options.without]
  if ((options.layers && complete) || options.without !== undefined) {
    const without = await withoutEach(layers, attacks, rungs[0] ?? 'A', say)
    const shown = (layer: Layer) =>
      without.some((each) => each.layer === layer && each.result.escapes.length > 0)
    right &&= layers.every((layer) => isEmpty(layer) || shown(layer))
    record['layers'] = without.map(({ layer, result }) => ({ layer, ...plain(result) }))
  }
  if (options.json) console.log(JSON.stringify(record, null, 2))
  return right ? 0 : 1
}

type Say = (line: string) => void

async function usable(rung: 'A' | 'B' | undefined, say: Say): Promise<('A' | 'B')[]> {
  const probes = (await probeRungs()).filter((probe) => rung === undefined || probe.rung === rung)
  const rungs = probes.filter((probe) => probe.usable).map((probe) => probe.rung)
  if (rungs.length === 0) {
    const reasons = new Set(probes.map(({ why }) => why))
    throw refusal('sandbox', `cannot be used: ${[...reasons].join('; ')}.`, 'See: gradus doctor')
  }
  for (const probe of probes.filter((each) => !each.usable)) {
    say(`rung ${probe.rung} cannot be used: ${probe.why}. ${probe.next ?? ''}`)
  }
  return rungs
}

/** In two lanes where the machine has two processors: much of an attack is waiting for a limit. */
async function onRung(rung: 'A' | 'B', attacks: readonly Attack[], say: Say): Promise<Result[]> {
  const waiting = [...attacks]
  const results: Result[] = []
  const lane = async () => {
    const field = await openField(rung)
    try {
      for (let attack = waiting.shift(); attack !== undefined; attack = waiting.shift()) {
        const result = await field.run(attack)
        results.push(result)
        say(resultLine(result))
      }
    } finally {
      field.close()
    }
  }
  const lanes = Math.min(2, availableParallelism(), waiting.length)
  await Promise.all(Array.from({ length: lanes }, lane))
  say(containedLine(rung, results))
  return results
}

/** Two at a time: each is a process that mostly waits for its own start. */
async function naively(
  labs: readonly Lab[],
  attacks: readonly Attack[],
  say: Say,
): Promise<NaiveRun[]> {
  const lab = labs.find(({ id }) => id === LAB)
  if (lab === undefined) throw new Error(`there is no lab ${LAB}`)
  const waiting = attacks.filter(({ naive }) => naive)
  const runs: NaiveRun[] = []
  const lane = async () => {
    for (let attack = waiting.shift(); attack !== undefined; attack = waiting.shift()) {
      const folder = mkdtempSync(join(tmpdir(), 'gradus-naive-'))
      const run = { attack, result: await gradeNaively(lab, attack, folder) }
      rmSync(folder, { recursive: true, force: true })
      runs.push(run)
      say(naiveLine(run))
    }
  }
  await Promise.all([lane(), lane()])
  say(beatenLine(runs))
  return runs
}

async function withoutEach(
  layers: readonly Layer[],
  attacks: readonly Attack[],
  rung: 'A' | 'B',
  say: Say,
): Promise<WithoutLayer[]> {
  const all: WithoutLayer[] = []
  say(`without one layer, on rung ${rung}:`)
  for (const layer of layers) {
    if (isEmpty(layer)) {
      say(`${layer.padEnd(11)} an ordinary user has no rights that this layer could take away`)
      continue
    }
    const results = await runWithout(layer, attacks, rung)
    if (results.length === 0) say(`${layer.padEnd(11)} no attack is known that only it stops`)
    for (const result of results) say(layerLine(result))
    all.push(...results)
  }
  return all
}

/** Who is not root has nothing to drop: bubblewrap keeps no capability for such a user either way. */
function isEmpty(layer: Layer): boolean {
  return layer === 'caps' && process.getuid?.() !== 0
}

function chosen(attacks: Attack[], { only, category }: Options): Attack[] {
  const ids = attacks.map(({ id }) => id)
  const unknown = (only ?? []).find((id) => !ids.includes(id))
  if (unknown !== undefined) {
    const next = didYouMean(unknown, ids, 'Name one of its folders.')
    throw refusal('grader/attacks/corpus', `has no attack "${unknown}".`, next)
  }
  if (category !== undefined && !CATEGORIES.includes(category)) {
    const next = didYouMean(category, CATEGORIES, `There are ${list(CATEGORIES, 'and')}.`)
    throw refusal('grader/attacks/corpus', `has no category "${category}".`, next)
  }
  return attacks.filter(
    (attack) =>
      (only === undefined || only.includes(attack.id)) &&
      (category === undefined || attack.category === category),
  )
}

function refusal(file: string, what: string, next: string): InputError {
  return new InputError([{ file, line: null, column: null, what, next }])
}

function plain({ attack, ...result }: Result) {
  return { id: attack.id, category: attack.category, honest: attack.honest, ...result }
}

function narrow(options: Record<string, unknown>): Options {
  const { only, category, rung, without, naive, layers, json } = options
  return {
    only: Array.isArray(only) ? only.map(String) : undefined,
    category: typeof category === 'string' ? category : undefined,
    rung: rung === 'A' || rung === 'B' ? rung : undefined,
    without: LAYERS.find((layer) => layer === without),
    naive: naive !== false,
    layers: layers !== false,
    json: json === true ? true : undefined,
  }
}
