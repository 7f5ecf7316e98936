import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hasColour } from '../../commands/world.ts'
import type { CallNotice, KitSettings } from '../../kit/settings.ts'
import { type ExportedLab, isExportedLab } from '../../model/exported.ts'
import { allChecks, type Check, type Lab, type Language } from '../../model/lab.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Scorecard } from '../../model/scorecard.ts'
import type { JsonValue } from '../../model/value-json.ts'
import { catalogue } from '../../report/catalogue.ts'
import { renderTerminal } from '../../report/terminal.ts'
import { view } from '../../report/view.ts'
import { declarations } from '../../run/declarations.ts'
import { PUBLIC_SEED, seedsOf } from '../../run/seeds.ts'
import { watchCalls } from '../../run/watchdog.ts'
import { score } from '../../score/score.ts'
import { startSpecs } from './run-specs.ts'
import { watchFolder } from './watch-folder.ts'

interface Options {
  readonly watch: boolean
  readonly json: boolean
  readonly language: Language
}

/** Part of what students are told: 0 all public checks pass, 1 not yet, 2 something is missing here. */
const EXIT = { done: 0, unfinished: 1, usage: 2 } as const

/** `npm run check` in a student's repository. @param root absolute path of the repository */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const exported: unknown = JSON.parse(readFileSync(join(root, '.gradus/lab.json'), 'utf8'))
  if (!isExportedLab(exported)) throw new Error('.gradus/lab.json is of another kind.')
  const options = readOptions(args, exported.language)
  if (options === null) return EXIT.usage
  if (!existsSync(join(root, 'node_modules/vitest'))) {
    process.stderr.write(`${SETUP[options.language]}\n`)
    return EXIT.usage
  }
  return check(root, exported, options)
}

const SETUP: Readonly<Record<Language, string>> = {
  en: 'The packages are not installed yet. Run: npm ci',
  es: 'Los paquetes aún no están instalados. Ejecuta: npm ci',
}

function readOptions(args: readonly string[], usual: Language): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        watch: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: usual },
      },
    })
    const { watch, json, lang } = values
    if (lang === 'en' || lang === 'es') return { watch, json, language: lang }
    process.stderr.write('There are --lang en and --lang es.\n')
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  }
  process.stderr.write('npm run check -- [--watch] [--json] [--lang en|es]\n')
  return null
}

async function check(root: string, exported: ExportedLab, options: Options): Promise<number> {
  const runner = await startSpecs(root)
  const changes = options.watch ? watchFolder(join(root, 'src')) : null
  try {
    for (;;) {
      const card = await checkOnce(root, runner, exported, options)
      print(card, exported.lab, options)
      if (changes === null) return isComplete(card) ? EXIT.done : EXIT.unfinished
      await changes.next()
    }
  } finally {
    await runner.close()
  }
}

function isComplete({ tasks }: Scorecard): boolean {
  return tasks.every(({ checks }) => checks.every(({ verdict }) => verdict === 'pass'))
}

async function checkOnce(
  root: string,
  runner: Awaited<ReturnType<typeof startSpecs>>,
  { lab, backbone, graderVersion, backendVersion }: ExportedLab,
  options: Options,
): Promise<Scorecard> {
  const startedAt = new Date()
  const dir = join(root, 'src')
  const watch = watchCalls(lab.limits.callSeconds, (call) => endless(call, lab, options))
  const settings: KitSettings = {
    lab,
    solutionDir: null,
    misconceptionsDir: null,
    oracleDir: '',
    transport: { kind: 'import', dir, override: null, distortion: null, notices: watch.name },
    recording: { kind: 'play', values: recordings(root) },
    seeds: seedsOf(lab, ''),
    // an export refuses public checks that need one
    dataset: null,
    backbone: backbone && {
      ...backbone,
      model: join(root, '.gradus', backbone.model),
      shards: backbone.shards.map((shard) => join(root, '.gradus', shard)),
    },
    split: 'feedback',
    rehearsedRuns: null,
    runNotices: null,
  }
  const checks = await runner
    .run(specs(root), settings, publicChecks(lab))
    .finally(() => watch.close())
  const outcome: Outcome = {
    schema: 'gradus/outcome/v1',
    lab: lab.id,
    submission: 'src',
    checks,
    declared: await declarations(lab, dir),
    provenance: {
      labVersion: lab.version,
      labHash: lab.hash,
      submissionHash: '',
      commit: null,
      dataset: null,
      datasetHash: null,
      backbone: backbone?.name ?? null,
      backboneHash: backbone?.sha256 ?? null,
      split: 'feedback',
      backend: 'wasm',
      backendVersion,
      device: 'cpu',
      backendReason: 'the one of the repository',
      rung: 'import',
      seeds: [PUBLIC_SEED],
      keyId: '',
      graderVersion,
      nodeVersion: process.versions.node,
      startedAt: startedAt.toISOString(),
      seconds: (Date.now() - startedAt.getTime()) / 1000,
    },
  }
  return score(publicPart(lab), outcome)
}

function print(card: Scorecard, lab: Lab, { json, language }: Options): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(card, null, 2)}\n`)
    return
  }
  const shown = view(lab, card, { language, audience: 'student', afterDue: false })
  const colour = hasColour(process.stdout, process.env)
  process.stdout.write(renderTerminal(shown, { colour, columns: process.stdout.columns ?? 80 }))
}

/** A loop holds the thread that runs the checks: only the end of the process ends it. */
function endless(
  { task, check, seconds }: NonNullable<CallNotice>,
  { limits }: Lab,
  { language }: Options,
): never {
  const told = { task, check, seconds: seconds ?? limits.callSeconds }
  process.stderr.write(`${catalogue(language).word('check.endless', told)}\n`)
  process.exit(EXIT.unfinished)
}

function specs(root: string): string[] {
  const names = readdirSync(join(root, 'tests')).filter((name) => name.endsWith('.spec.ts'))
  return names.toSorted().map((name) => join(root, 'tests', name))
}

function recordings(root: string): Readonly<Record<string, readonly JsonValue[]>> {
  const path = join(root, 'tests/expected.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

function publicPart(lab: Lab): Lab {
  const isPublic = ({ visibility }: Check) => visibility === 'public'
  const tasks = lab.tasks.map((task) => ({ ...task, checks: task.checks.filter(isPublic) }))
  return { ...lab, tasks }
}

function publicChecks(lab: Lab): (readonly [string, string])[] {
  return allChecks(publicPart(lab)).map(({ task, check }) => [task.id, check.id] as const)
}
