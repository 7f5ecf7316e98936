import { existsSync, watch } from 'node:fs'
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { readLab } from '../catalog/index.ts'
import type { BackendId } from '../model/backend.ts'
import { InputError } from '../model/issue.ts'
import type { Check, Lab, Language } from '../model/lab.ts'
import type { Outcome } from '../model/outcome.ts'
import { catalogue } from '../report/catalogue.ts'
import { renderTerminal, view } from '../report/index.ts'
import { pickBackend } from '../run/backend/pick.ts'
import { declarations } from '../run/declarations.ts'
import { openRunner, type Runner } from '../run/index.ts'
import { type Identified, localProvenance } from '../run/provenance.ts'
import { score } from '../score/score.ts'
import { backboneOf, datasetOf } from './dataset.ts'
import { EXIT, type ExitStatus, hasColour, type World } from './world.ts'

export interface CheckOptions {
  readonly root: string
  readonly lab: string
  readonly json?: true | undefined
  readonly watch?: true | undefined
  readonly lang: Language
  /** Use this one only; without it, the best for the lab that is there. */
  readonly backend?: BackendId | 'auto' | undefined
  /** The data set to train on; without it, the lab's first. */
  readonly data?: string | undefined
}

/** Editors write a file in several steps; checking waits until they are done. */
const SETTLE_MS = 100

/**
 * `gradus check`: the public checks on one's own machine, by plain import, without a sandbox: only ever
 * for code that one trusts.
 */
export async function checkCommand(
  folder: string,
  options: CheckOptions,
  world: World,
): Promise<ExitStatus> {
  const lab = await readLab(options.root, options.lab)
  const dir = submissionFolder(resolve(world.cwd, folder), lab)
  const backend = await pickBackend({ asked: options.backend, prefer: lab.prefer })
  const dataset = await datasetOf(lab, options.data, world.env, world.stderr)
  const backbone = await backboneOf(options.root, lab, dataset, world.env)
  const secret = 'none: public checks only'
  const runner = openRunner({ root: options.root, lab, secret, backend, dataset, backbone })
  try {
    await checkOnce(runner, dir, { lab, backend, dataset, backbone }, options, world)
    while (options.watch === true) {
      await nextChange(dir)
      await checkOnce(runner, dir, { lab, backend, dataset, backbone }, options, world)
    }
  } finally {
    await runner.close()
  }
  return EXIT.done
}

async function checkOnce(
  runner: Runner,
  dir: string,
  circumstances: Pick<Identified, 'lab' | 'backend' | 'dataset' | 'backbone'>,
  options: CheckOptions,
  world: World,
): Promise<void> {
  const { lab } = circumstances
  const startedAt = world.now()
  const { checks } = await runner.rehearse({
    dir,
    visibilities: ['public'],
    replay: false,
    onEndless: ({ task, check, seconds }) => {
      const words = catalogue(options.lang)
      world.stderr.write(
        `${words.word('check.endless', { task, check, seconds: seconds ?? lab.limits.callSeconds })}\n`,
      )
      world.exit(EXIT.below)
    },
  })
  const provenance = localProvenance(circumstances, startedAt)
  const outcome: Outcome = {
    schema: 'gradus/outcome/v1',
    lab: lab.id,
    submission: dir,
    checks,
    declared: await declarations(lab, dir),
    provenance,
  }
  const card = score(publicPart(lab), outcome)
  if (options.json === true) {
    world.stdout.write(`${JSON.stringify(card, null, 2)}\n`)
    return
  }
  const shown = view(lab, card, {
    language: options.lang,
    audience: 'student',
    afterDue: false,
    folder: shownFolder(world.cwd, dir),
  })
  const layout = { colour: hasColour(world.stdout, world.env), columns: world.stdout.columns ?? 80 }
  world.stdout.write(renderTerminal(shown, layout))
}

/** The lab without its hidden checks: they are decided by the grader. */
function publicPart(lab: Lab): Lab {
  const isPublic = ({ visibility }: Check) => visibility === 'public'
  const tasks = lab.tasks.map((task) => ({ ...task, checks: task.checks.filter(isPublic) }))
  return { ...lab, tasks }
}

/** A student's repository keeps its files in `src`; the folder itself is fine too. */
function submissionFolder(folder: string, lab: Lab): string {
  const files = lab.tasks.map(({ file }) => file)
  const found = [folder, join(folder, 'src')].find((dir) =>
    files.some((file) => existsSync(join(dir, file))),
  )
  if (found !== undefined) return found
  const next = `It should hold ${files.join(', ')}, or a folder src that does.`
  throw new InputError([
    { file: folder, line: null, column: null, what: `holds no file of lab "${lab.id}".`, next },
  ])
}

/** The folder as one would type it from here; one that lies elsewhere, by its last part alone. */
function shownFolder(cwd: string, dir: string): string {
  const path = relative(cwd, dir)
  const isElsewhere = isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`)
  return isElsewhere ? basename(dir) : path
}

function nextChange(dir: string): Promise<void> {
  return new Promise((done) => {
    const watcher = watch(dir, { recursive: true }, () => {
      watcher.close()
      setTimeout(done, SETTLE_MS)
    })
  })
}
