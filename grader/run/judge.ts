import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type { TestCase, TestModule, TestSequencer, TestSpecification, Vitest } from 'vitest/node'
import type { CheckRecord, KitSettings } from '../kit/settings.ts'
import { checkKey } from '../kit/settings.ts'
import type { Engine } from '../model/backend.ts'
import { allChecks, type Lab } from '../model/lab.ts'
import type { CheckOutcome } from '../model/outcome.ts'
import { forgetModules } from './forget-modules.ts'
import { graderVersion } from './provenance.ts'
import { gpuHere, nativeVariables } from './sandbox/index.ts'

const OURS = fileURLToPath(new URL('../..', import.meta.url))
const KIT = fileURLToPath(new URL('../kit/', import.meta.url))
const LAYERS = fileURLToPath(new URL('../layers/index.ts', import.meta.url))
const WORKER_SETUP = fileURLToPath(new URL('worker-setup.ts', import.meta.url))

/** Beyond all deadlines of the sandbox: vitest's own timeout fires for a defect of ours only. */
const SLACK_SECONDS = 30

/**
 * Names the packages that transform specs. Two installations that shared a cache would empty it in turn, also
 * while the other one reads from it.
 */
function lockKey(): string {
  const file = join(OURS, 'package-lock.json')
  const lock = existsSync(file) ? readFileSync(file) : graderVersion()
  return createHash('sha256').update(lock).digest('hex').slice(0, 16)
}

/** The parts of the sandbox's runtime that the judge shares. */
export interface JudgeRuntime {
  /** Lies in the grader's cache folder. */
  readonly dir: string
  readonly tfjs: string
}

/**
 * As the sandbox has them. A library reads them from the process itself: a worker thread's copy of the
 * environment does not reach it.
 */
function setVariables(engine: Engine): void {
  const gpu = engine.device === 'gpu' ? gpuHere() : null
  Object.assign(process.env, nativeVariables(engine, availableParallelism(), gpu))
}

/**
 * For the thread of the specs, which starts later. The data of a training are garbage soon, and with V8's low
 * first limit its heap is collected once or twice a training, beside it and on the same cores. Not for other
 * labs: after a change of flags, Node compiles its own modules again.
 */
function allowGarbage(lab: Lab): void {
  const trains = allChecks(lab).some(({ check }) => check.threshold !== null)
  if (trains) setFlagsFromString('--initial-old-space-size=256')
}

/** What one test left behind. */
export interface Report {
  /** Suite and test, as in `checkKey`. */
  readonly key: string
  readonly record: CheckRecord | null
  /** What vitest says of a test that failed. */
  readonly error: string | null
}

/**
 * Files run in the order in which they are named: the public ones first. Otherwise a submission could keep
 * what hidden checks gave it, and throw it in a public one, whose errors its author sees.
 */
class AsNamed implements TestSequencer {
  sort(files: TestSpecification[]): TestSpecification[] {
    return files
  }

  shard(files: TestSpecification[]): TestSpecification[] {
    return files
  }
}

/** What the specs of one run left behind. */
export interface Session {
  /** A test that reported twice is there twice. */
  readonly reports: readonly Report[]
  /** Errors outside any test. */
  readonly stray: readonly string[]
}

/**
 * The trusted process that runs specs: one vitest with one worker thread, kept warm between submissions.
 * Its settings come from here alone; no configuration file is read.
 */
export class Judge {
  readonly #starting: Promise<Vitest>
  readonly #reports: Report[] = []
  readonly #stray: string[] = []

  constructor(root: string, lab: Lab, engine: Engine, runtime: Promise<JudgeRuntime>) {
    this.#starting = this.#start(root, lab, engine, runtime)
    // Awaited by the first run; a failure before that must not end the process.
    this.#starting.catch(() => undefined)
  }

  /** @param only keys of the checks to run; null: all that the files hold. */
  async run(
    files: readonly string[],
    settings: KitSettings,
    only: readonly string[] | null = null,
  ): Promise<Session> {
    const vitest = await this.#starting
    if (settings.transport.kind === 'import') forgetModules(vitest, settings.transport.dir)
    const project = vitest.getRootProject()
    this.#reports.length = 0
    this.#stray.length = 0
    project.provide('gradus', settings)
    const names = only?.map((key) => key.replace('/', ' > '))
    const specifications = files.map((file) =>
      project.createSpecification(file, names === undefined ? undefined : { testNames: names }),
    )
    const { unhandledErrors } = await vitest.runTestSpecifications(specifications, true)
    return {
      reports: [...this.#reports],
      stray: [...this.#stray, ...unhandledErrors.map(messageOf)],
    }
  }

  async close(): Promise<void> {
    await (await this.#starting).close()
  }

  async #start(
    root: string,
    lab: Lab,
    engine: Engine,
    runtime: Promise<JudgeRuntime>,
  ): Promise<Vitest> {
    setVariables(engine)
    allowGarbage(lab)
    const [{ createVitest }, { dir, tfjs }] = await Promise.all([import('vitest/node'), runtime])
    const graph = join(dir, 'graph.mjs')
    const seconds = lab.limits.totalSeconds + SLACK_SECONDS
    return createVitest(
      'test',
      {
        config: false,
        // Not the course's: vitest empties its cache when the lock file above its root is another.
        root: OURS,
        watch: false,
        pool: 'threads',
        isolate: false,
        maxWorkers: 1,
        fileParallelism: false,
        sequence: { sequencer: AsNamed },
        retry: 0,
        testTimeout: seconds * 1000,
        hookTimeout: seconds * 1000,
        setupFiles: [WORKER_SETUP, join(KIT, 'setup.ts')],
        passWithNoTests: true,
        coverage: { enabled: false },
        // Transformed specs and kit: trusted code only, found again by its content.
        fsModuleCache: true,
        fsModuleCachePath: join(dirname(dir), `specs-${lockKey()}`),
        // The bundle of tfjs is loaded by Node itself: transforming it would take longer than a grading.
        server: { deps: { external: [tfjs, graph] } },
        reporters: [
          {
            onTestCaseResult: (test: TestCase) => this.#collect(test),
            onTestModuleEnd: (module: TestModule) => this.#collectModule(module),
          },
        ],
      },
      {
        envDir: false,
        logLevel: 'error',
        resolve: {
          alias: [
            { find: '#kit', replacement: join(KIT, 'index.ts') },
            { find: /^#starter\//, replacement: `${root}/starter/` },
            { find: /^#solutions\//, replacement: `${root}/solutions/` },
            { find: /^@tensorflow\/tfjs$/, replacement: tfjs },
            { find: /^gradus\/layers$/, replacement: LAYERS },
            { find: /^gradus\/graph$/, replacement: graph },
            // for solutions of a course that has no node_modules of its own
            { find: /^sharp$/, replacement: fileURLToPath(import.meta.resolve('sharp')) },
            // for oracles of a course that has no node_modules of its own
            { find: /^fast-check$/, replacement: fileURLToPath(import.meta.resolve('fast-check')) },
          ],
        },
      },
    )
  }

  /** A spec that cannot even be loaded, or fails in a hook, reports no test. */
  #collectModule(module: TestModule): void {
    this.#stray.push(
      ...module.errors().map(({ message }) => `${basename(module.moduleId)}: ${message}`),
    )
  }

  #collect(test: TestCase): void {
    const suite = test.parent.type === 'suite' ? test.parent.name : ''
    this.#reports.push({
      key: checkKey(suite, test.name),
      record: test.meta().gradus ?? null,
      error: test.result().errors?.[0]?.message ?? null,
    })
  }
}

/**
 * One outcome for every check that was due: a check that did not report exactly once, or an error outside
 * the tests, is a fault of ours and costs nobody points.
 */
export function outcomesOf(
  due: readonly (readonly [string, string])[],
  session: Session,
): CheckOutcome[] {
  const [stray] = session.stray
  return due.map(([task, check]) => {
    const reports = session.reports.filter(({ key }) => key === checkKey(task, check))
    const outcome = reports[0]?.record?.outcome
    if (stray !== undefined) return fault(task, check, `an error outside the tests: ${stray}`)
    if (reports.length !== 1 || outcome === undefined) {
      return fault(task, check, `${task}/${check} reported ${reports.length} times instead of once`)
    }
    return outcome
  })
}

function fault(task: string, check: string, message: string): CheckOutcome {
  const end = { kind: 'fault', message } as const
  return {
    task,
    check,
    end,
    measurements: {},
    mismatch: null,
    misconceptions: [],
    curve: null,
    seconds: 0,
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
