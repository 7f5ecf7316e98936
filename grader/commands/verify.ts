import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { readLab, staleFiles, syncPlan } from '../catalog/index.ts'
import { fetchSubmission } from '../fetch/index.ts'
import type { BackendId } from '../model/backend.ts'
import type { Lab } from '../model/lab.ts'
import { pickBackend } from '../run/backend/pick.ts'
import { openRunner, type Runner } from '../run/index.ts'
import { probeRungs } from '../run/sandbox/index.ts'
import { type Finding, RULES, type Rule } from '../verify/finding.ts'
import { acceptedNames, rehearsalCount, rehearseAll } from '../verify/rehearsals.ts'
import { fullMarks, judgeRehearsals } from '../verify/rules.ts'
import { datasetOf } from './dataset.ts'
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

/**
 * Proves that a lab grades fairly; every rule is tried, and all findings are returned. Throws InputError
 * when lab.yaml itself is wrong.
 */
export async function verify(options: VerifyOptions, world: World): Promise<Finding[]> {
  const { root } = options
  const lab = await readLab(root, options.lab)
  const right = ['solution', ...acceptedNames(root, lab.id)]
  const bar = progress(world.stderr, 2 + rehearsalCount(root, lab) + right.length)
  // Hidden inputs of a class must not be the ones that were tried here: any secret will do.
  const backend = await pickBackend({ asked: options.backend, prefer: lab.prefer })
  const dataset = datasetOf(lab, options.data, world.env)
  const runner = openRunner({ root, lab, backend, dataset, secret: `verify ${lab.id}` })
  try {
    const stale = await staleGenerated(root, lab)
    bar.tick('oracles')
    const disagreements = await runner.consult()
    bar.tick('rehearsals')
    const rehearsals = await rehearseAll(root, lab, runner, bar.tick)
    return [
      ...stale,
      ...disagreements.map(({ task, what }) => ({ rule: 'oracle' as const, about: task, what })),
      ...judgeRehearsals(lab, rehearsals),
      ...(await sandboxed(root, lab, runner, bar.tick)),
    ]
  } finally {
    bar.end()
    await runner.close()
  }
}

/** `gradus verify`: a line for each rule, then what breaks it. */
export async function verifyCommand(options: VerifyOptions, world: World): Promise<ExitStatus> {
  const findings = await verify(options, world)
  if (options.json === true) {
    world.stdout.write(`${JSON.stringify(findings, null, 2)}\n`)
  } else {
    for (const [rule, promise] of Object.entries(RULES)) {
      const broken = findings.filter((finding) => finding.rule === rule)
      world.stdout.write(`${broken.length === 0 ? 'ok  ' : 'no  '}${promise}\n`)
      for (const { about, what } of broken) world.stdout.write(`      ${about}: ${what}\n`)
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

/** Right answers once more as students' are graded: transformed, and across the boundary. */
async function sandboxed(
  root: string,
  lab: Lab,
  runner: Runner,
  tick: () => void,
): Promise<Finding[]> {
  const rung = (await probeRungs()).find(({ usable }) => usable)?.rung
  if (rung === undefined) return []
  const scratch = makeScratch()
  const grade = async (rule: Rule, about: string, source: string) => {
    // each copy of a submission has a folder of its own
    const copy = fetchSubmission(source, { lab, scratch: mkdtempSync(join(scratch, 'copy-')) })
    const { checks } = await runner.grade(copy, { rung })
    tick()
    return fullMarks(lab, rule, `${about}, in the sandbox`, checks)
  }
  try {
    const findings = await grade('solution', 'solution', join(root, 'solutions', lab.id))
    for (const name of acceptedNames(root, lab.id)) {
      const source = join(root, 'labs', lab.id, 'accepted', name)
      findings.push(...(await grade('accepted', `accepted/${name}`, source)))
    }
    return findings
  } finally {
    removeScratch(scratch)
  }
}
