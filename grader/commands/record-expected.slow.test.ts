import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { COURSE, gradus } from './testing.ts'

const course = mkdtempSync(join(tmpdir(), 'gradus-record-'))
afterAll(() => rmSync(course, { recursive: true, force: true }))

test.each([
  ["throw new Error('no luck today.')", 'threw: no luck today'],
  ['return { n: x }', 'structure: got record {n}, want number'],
  ['return Number.NaN', 'nan: got NaN, want 42'],
])(
  'says in words what becomes of a solution with %s',
  async (body, reason) => {
    cpSync(COURSE, course, { recursive: true })
    writeFileSync(
      join(course, 'solutions/outcomes/right.ts'),
      `/** @param x a number */\nexport function right(x: number): any {\n  // solution\n  ${body}\n  // end solution\n}\n`,
    )
    expect(await gradus(['sync', '--root', course])).toEqual({
      status: 2,
      stdout: '',
      stderr: `labs/outcomes/public right > fixed does not end well on the solution: ${reason}. Mend the spec or the solution; nothing was recorded.\n`,
    })
  },
  60_000,
)
