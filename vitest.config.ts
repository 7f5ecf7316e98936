import { defineConfig } from 'vitest/config'
import type { Reporter } from 'vitest/node'

/** Ends a run with the one line that says how it went: `212 passed, 0 failed, 1 skipped`. */
const count: Reporter = {
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const having = (state: string) => tests.filter((test) => test.result().state === state).length
    const skipped = having('skipped') + having('pending')
    const end = skipped > 0 ? `, ${skipped} skipped` : ''
    process.stdout.write(`${having('passed')} passed, ${having('failed')} failed${end}\n`)
  },
}

/** The tests of the grader itself. Specs of labs are run by the grader, never from here. */
export default defineConfig({
  test: {
    include: ['{grader,labs,reports}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/fixtures/**', 'grader/attacks/{corpus,course}/**'],
    reporters: ['default', count],
    testTimeout: 20_000,
    // most tests wait for processes that they started
    maxWorkers: '100%',
  },
})
