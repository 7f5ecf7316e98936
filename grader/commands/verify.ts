import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { readLab, staleFiles, syncPlan } from '../catalog/index.ts'
import { fetchSubmission } from '../fetch/index.ts'
import type { RunNotice } from '../kit/settings.ts'
import type { BackendId } from '../model/backend.ts'
import type { Lab } from '../model/lab.ts'
import { pickBackend } from '../run/backend/pick.ts'
import { openRunner, type Runner } from '../run/index.ts'
import { probeRungs } from '../run/sandbox/index.ts'
import { type Finding, RULES, TRAINING_RULES } from '../verify/finding.ts'
import { incompletePredictors, readPredictors } from '../verify/predictors.ts'
import { rehearsalCount, rehearseAll } from '../verify/rehearsals.ts'
import { type RightSolution, rightSolutions } from '../verify/right-solutions.ts'
import { fullMarks, type Grounds, judgeRehearsals } from '../verify/rules.ts'
import { scopeOf } from '../verify/scope.ts'
import { judgeThresholds } from '../verify/thresholds.ts'
import { backboneOf, datasetOf } from './dataset.ts'
import { judgeRecord } from './judge-record.ts'
import { progress } from './progress.ts'
import { recordExpected } from './record-expected.ts'
import { makeScratch, removeScratch } from './scratch.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface VerifyOptions {
  readonly root: string
  readonly lab: string
  readonly json?: true | undefined
  /** Prove it on this one; without it, on the one that grading would use. */
  readonly backend?: BackendId | 'auto' | undefined
  /** The data set to train on; without it, the lab's first. */
  readonly data?: string | undefined
}

export interface Verification {
  readonly findings: readonly Finding[]
  /** Keys of the checks that were left out, because they would train for minutes on this backend. */
  readonly untrained: readonly string[]
}

/**
 * Proves that a lab grades fairly; every rule is tried, and all findings are returned. Throws InputError
 * when lab.yaml itself is wrong.
 */
export async function verify(options: VerifyOptions, world: World): Promise<Verification> {
  const { root } = options
  const lab = await readLab(root, options.lab)
  const backend = await pickBackend({ asked: options.backend, prefer: lab.prefer })
  // Hidden inputs of a class must not be the ones that were tried here: any secret will do.
  const secret = `verify ${lab.id}`
  const dataset = await datasetOf(lab, options.data, world.env, world.stderr, secret)
  const backbone = await backboneOf(root, lab, dataset, world.env)
  const data = dataset === null ? null : { name: dataset.name, sha256: dataset.sha256 }
  const trains = backend.id !== 'cpu'
  const scope = scopeOf(lab, trains)
  const grounds = { lab, dataset: dataset?.name ?? null, scope }
  const rung = (await probeRungs()).find(({ usable }) => usable)?.rung ?? null
  const predictors = trains ? await readPredictors(root, lab) : []
  const plan = { root, lab, scope, predictors, trainHere: rung === null }
  const right = rightSolutions(root, lab.id)
  // Only there is arithmetic the same on every machine.
  const repeats = backend.id === 'wasm'
  const sandboxedCount = rung === null ? 0 : right.length
  const bar = progress(world.stderr, 2 + rehearsalCount(plan) + sandboxedCount + Number(repeats))
  const onRun = ({ task, check, run, planned }: RunNotice) =>
    bar.say(`${task}/${check}: training ${run} of ${planned}`)
  const runner = openRunner({ root, lab, backend, dataset, backbone, secret, onRun })
  try {
    const stale = await staleGenerated(root, lab)
    bar.tick('oracles')
    const disagreements = await runner.consult()
    bar.tick('rehearsals')
    const rehearsals = await rehearseAll(plan, runner, bar.tick)
    const inSandbox =
      rung === null ? [] : await sandboxed(right, { grounds, runner, rung }, bar.tick)
    if (repeats) bar.tick('a run of the calibration')
    const frame = { root, lab, backend, data }
    const findings = [
      ...stale,
      ...disagreements.map(({ task, what }) => ({ rule: 'oracle' as const, about: task, what })),
      ...judgeRehearsals(grounds, rehearsals),
      ...inSandbox,
      ...(trains ? incompletePredictors(lab, predictors) : []),
      ...(trains ? await judgeThresholds(frame) : []),
      ...(repeats ? await judgeRecord(frame, options.data, world) : []),
    ]
    const untrained = trains ? [] : scopeOf(lab, true).training
    return { findings, untrained }
  } finally {
    bar.end()
    await runner.close()
  }
}

/** `gradus verify`: a line for each rule, then what breaks it. */
export async function verifyCommand(options: VerifyOptions, world: World): Promise<ExitStatus> {
  const { findings, untrained } = await verify(options, world)
  if (options.json === true) {
    world.stdout.write(`${JSON.stringify(findings, null, 2)}\n`)
  } else {
    for (const [rule, promise] of Object.entries(RULES)) {
      const broken = findings.filter((finding) => finding.rule === rule)
      const left = untrained.length > 0 && TRAINING_RULES.includes(rule)
      const mark = left ? '--' : broken.length === 0 ? 'ok' : 'no'
      world.stdout.write(`${mark}  ${promise}\n`)
      for (const { about, what } of broken) world.stdout.write(`      ${about}: ${what}\n`)
    }
    if (untrained.length > 0) {
      const which = untrained.join(', ')
      world.stdout.write(`Not run on cpu, where training takes minutes: ${which}\n`)
    }
  }
  return findings.length === 0 ? EXIT.done : EXIT.below
}

async function staleGenerated(root: string, lab: Lab): Promise<Finding[]> {
  const starter = `starter/${lab.id}/`
  const plan = (await syncPlan(root, null)).filter(({ path }) => path.startsWith(starter))
  const recording = {
    path: `labs/${lab.id}/public/expected.json`,
    content: await recordExpected(root, lab),
  }
  const stale = await staleFiles(root, [...plan, recording])
  return stale.map(({ path }) => ({
    rule: 'generated',
    about: path,
    what: 'is not what the solution gives; run `gradus sync`',
  }))
}

interface Sandboxing {
  readonly grounds: Grounds
  readonly runner: Runner
  readonly rung: 'A' | 'B'
}

/** Right answers once more as students' are graded: transformed, and across the boundary. */
async function sandboxed(
  right: readonly RightSolution[],
  { grounds, runner, rung }: Sandboxing,
  tick: () => void,
): Promise<Finding[]> {
  const { lab, scope } = grounds
  const checks = [...scope.computing, ...scope.training]
  const scratch = makeScratch()
  const findings: Finding[] = []
  try {
    for (const { name, dir } of right) {
      // each copy of a submission has a folder of its own
      const copy = fetchSubmission(dir, { lab, scratch: mkdtempSync(join(scratch, 'copy-')) })
      const outcome = await runner.grade(copy, { rung, checks })
      tick()
      const rule = name === 'solution' ? 'solution' : 'accepted'
      findings.push(...fullMarks(grounds, rule, `${name}, in the sandbox`, outcome.checks))
    }
    return findings
  } finally {
    removeScratch(scratch)
  }
}
