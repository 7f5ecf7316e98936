import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestCase, Vitest } from 'vitest/node'
import type { CheckRecord, KitSettings } from '../kit/settings.ts'
import { checkKey } from '../kit/settings.ts'
import type { Lab } from '../model/lab.ts'
import type { CheckOutcome } from '../model/outcome.ts'

const KIT = fileURLToPath(new URL('../kit/', import.meta.url))

/** Beyond all deadlines of the sandbox: vitest's own timeout fires for a defect of ours only. */
const SLACK_SECONDS = 30

/** What the specs of one run left behind. */
export interface Session {
  /** Reported by tests, by check key; a check that reported twice is there twice. */
  readonly records: readonly { readonly key: string; readonly record: CheckRecord | null }[]
  /** Errors outside any test. */
  readonly stray: readonly string[]
}

/**
 * The trusted process that runs specs: one vitest with one worker thread, kept warm between submissions.
 * Its settings come from here alone; no configuration file is read.
 */
export class Judge {
  readonly #starting: Promise<Vitest>
  readonly #reported: { key: string; record: CheckRecord | null }[] = []

  constructor(root: string, lab: Lab, tfjs: Promise<string>) {
    this.#starting = this.#start(root, lab, tfjs)
    // Awaited by the first run; a failure before that must not end the process.
    this.#starting.catch(() => undefined)
  }

  async run(files: readonly string[], settings: KitSettings): Promise<Session> {
    const vitest = await this.#starting
    const project = vitest.getRootProject()
    this.#reported.length = 0
    project.provide('gradus', settings)
    const specifications = files.map((file) => project.createSpecification(file))
    const { unhandledErrors } = await vitest.runTestSpecifications(specifications, true)
    return { records: [...this.#reported], stray: unhandledErrors.map(messageOf) }
  }

  async close(): Promise<void> {
    await (await this.#starting).close()
  }

  async #start(root: string, lab: Lab, tfjs: Promise<string>): Promise<Vitest> {
    const [{ createVitest }, tfjsFile] = await Promise.all([import('vitest/node'), tfjs])
    const seconds = lab.limits.totalSeconds + SLACK_SECONDS
    return createVitest(
      'test',
      {
        config: false,
        root,
        watch: false,
        pool: 'threads',
        isolate: false,
        maxWorkers: 1,
        fileParallelism: false,
        retry: 0,
        testTimeout: seconds * 1000,
        hookTimeout: seconds * 1000,
        setupFiles: [join(KIT, 'setup.ts')],
        passWithNoTests: true,
        coverage: { enabled: false },
        // The bundle of tfjs is loaded by Node itself: transforming it would take longer than a grading.
        server: { deps: { external: [tfjsFile] } },
        reporters: [{ onTestCaseResult: (test: TestCase) => this.#collect(test) }],
      },
      {
        envDir: false,
        logLevel: 'error',
        resolve: {
          alias: [
            { find: '#kit', replacement: join(KIT, 'index.ts') },
            { find: /^#starter\//, replacement: `${root}/starter/` },
            { find: /^#solutions\//, replacement: `${root}/solutions/` },
            { find: /^@tensorflow\/tfjs$/, replacement: tfjsFile },
          ],
        },
      },
    )
  }

  #collect(test: TestCase): void {
    const suite = test.parent.type === 'suite' ? test.parent.name : ''
    this.#reported.push({ key: checkKey(suite, test.name), record: test.meta().gradus ?? null })
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
    const reports = session.records.filter(({ key }) => key === checkKey(task, check))
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
  return { task, check, end, measurements: {}, mismatch: null, misconceptions: [], seconds: 0 }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
