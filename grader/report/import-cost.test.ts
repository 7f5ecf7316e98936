import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Names of packages that a new process has loaded after importing the report. */
function loadedBy(more: string): string[] {
  const script = `
    import { createRequire } from 'node:module'
    import * as report from ${JSON.stringify(import.meta.resolve('./index.ts'))}
    ${more}
    const cached = Object.keys(createRequire(${JSON.stringify(import.meta.url)}).cache)
    console.log(JSON.stringify(cached))`
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script])
  return JSON.parse(output.toString())
}

test('a report for a terminal does not pay for Handlebars', () => {
  expect(loadedBy('')).toEqual([])
  const page = 'try { report.renderMarkdown({}) } catch {}'
  expect(loadedBy(page).some((file) => file.includes('handlebars'))).toBe(true)
})
