import { basename, join } from 'node:path'
import type { TestCase, TestModule, Vitest } from 'vitest/node'
import { checkKey, type KitSettings } from '../../kit/settings.ts'
import type { CheckOutcome } from '../../model/outcome.ts'
import { forgetModules } from '../../run/forget-modules.ts'
import { outcomesOf, type Report } from '../../run/judge.ts'

/** Beyond the watch over endless calls: vitest's own timeout fires for a defect of ours only. */
const TIMEOUT_MS = 600_000

/** The public specs of a student's repository, run as often as asked. */
export interface SpecRunner {
  run(
    specs: readonly string[],
    settings: KitSettings,
    due: readonly (readonly [task: string, check: string])[],
  ): Promise<CheckOutcome[]>
  close(): Promise<void>
}

/**
 * Starts vitest on a student's repository. Nothing there configures it: students may have a
 * configuration of their own for other tests.
 * @param root absolute path of the repository
 */
export async function startSpecs(root: string): Promise<SpecRunner> {
  const reports: Report[] = []
  const stray: string[] = []
  const vitest = await startVitest(root, {
    onTestCaseResult(test: TestCase) {
      const suite = test.parent.type === 'suite' ? test.parent.name : ''
      const error = test.result().errors?.[0]?.message ?? null
      reports.push({ key: checkKey(suite, test.name), record: test.meta().gradus ?? null, error })
    },
    onTestModuleEnd(module: TestModule) {
      const file = basename(module.moduleId)
      stray.push(...module.errors().map(({ message }) => `${file}: ${message}`))
    },
  })
  return {
    async run(specs, settings, due) {
      reports.length = 0
      stray.length = 0
      if (settings.transport.kind === 'import') forgetModules(vitest, settings.transport.dir)
      const project = vitest.getRootProject()
      project.provide('gradus', settings)
      const files = specs.map((file) => project.createSpecification(withSlashes(file)))
      const { unhandledErrors } = await vitest.runTestSpecifications(files, true)
      const others = unhandledErrors.map((error) =>
        error instanceof Error ? error.message : String(error),
      )
      return outcomesOf(due, { reports, stray: [...stray, ...others] })
    },
    close: () => vitest.close(),
  }
}

interface Listeners {
  onTestCaseResult(test: TestCase): void
  onTestModuleEnd(module: TestModule): void
}

async function startVitest(root: string, listeners: Listeners): Promise<Vitest> {
  const { createVitest } = await import('vitest/node')
  const vendored = join(root, '.gradus')
  const tfjs = withSlashes(join(vendored, 'tfjs.mjs'))
  return createVitest(
    'test',
    {
      config: false,
      root: withSlashes(root),
      watch: false,
      pool: 'threads',
      isolate: false,
      maxWorkers: 1,
      fileParallelism: false,
      retry: 0,
      testTimeout: TIMEOUT_MS,
      hookTimeout: TIMEOUT_MS,
      setupFiles: [withSlashes(join(vendored, 'setup.mjs'))],
      passWithNoTests: true,
      coverage: { enabled: false },
      fsModuleCache: true,
      fsModuleCachePath: join(root, 'node_modules/.cache/gradus'),
      // one copy for kit and submission, loaded by Node itself: to transform it would take a second
      server: { deps: { external: [tfjs] } },
      reporters: [listeners],
    },
    {
      envDir: false,
      logLevel: 'error',
      resolve: {
        alias: [
          { find: '#kit', replacement: withSlashes(join(vendored, 'kit.mjs')) },
          { find: /^gradus\/layers$/, replacement: withSlashes(join(vendored, 'layers.mjs')) },
          { find: /^gradus\/graph$/, replacement: withSlashes(join(vendored, 'graph.mjs')) },
          { find: /^@tensorflow\/tfjs$/, replacement: tfjs },
        ],
      },
    },
  )
}

/** As vite names files, on Windows too. */
function withSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
