import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIssue } from '../model/issue.ts'
import { parseModule } from './module-file.ts'
import { makeStub } from './stub.ts'

async function stubOf(text: string) {
  const { text: stub, issues } = await makeStub(await parseModule({ file: 'a.ts', text }))
  return { stub, issues: issues.map(formatIssue) }
}

describe('makeStub', () => {
  test('replaces a body by a TODO, and keeps the docstring and the signature', async () => {
    const { stub } = await stubOf(`/** Twice x. */
export function double(x: number): number {
  // solution
  return x + x
  // end solution
}
`)
    expect(stub).toBe(`/** Twice x. */
export function double(x: number): number {
  throw new Error('TODO double')
}
`)
  })

  test('hands on the advice of the marker, quoted and broken as the formatter does', async () => {
    const { stub } = await stubOf(`const f = () => {
  // solution: don't loop
  // end solution
}
const g = () => {
  // solution: ${'long '.repeat(20)}'"
  // end solution
}
`)
    expect(stub).toBe(`const f = () => {
  throw new Error("TODO f: don't loop")
}
const g = () => {
  throw new Error(
    'TODO g: ${'long '.repeat(20)}\\'"',
  )
}
`)
  })

  test('names methods with their class, and helpers by the function they serve', async () => {
    const { stub } = await stubOf(`export class Stop {
  // solution
  private count = 0
  // end solution
  onEpochEnd(): void {
    // solution
    this.count += 1
    // end solution
  }
}
export function loss(w: number) {
  return (y: number): number => {
    // solution
    return w * y
    // end solution
  }
}
`)
    expect(stub).toBe(`export class Stop {
  onEpochEnd(): void {
    throw new Error('TODO Stop.onEpochEnd')
  }
}
export function loss(w: number) {
  return (y: number): number => {
    throw new Error('TODO loss')
  }
}
`)
  })

  test('removes helpers and imports at the top level without a trace', async () => {
    const { stub } = await stubOf(`import * as tf from 'tf'
// solution
import { helper } from './helper.ts'
// end solution

export function f() {
  // solution
  helper(tf)
  // end solution
}

// solution
function g() {}
// end solution

export type T = number

// solution
const last = 1
// end solution
`)
    expect(stub).toBe(`import * as tf from 'tf'

export function f() {
  throw new Error('TODO f')
}

export type T = number
`)
  })

  test('leaves nothing of a file that is all solution, and all of one without markers', async () => {
    expect((await stubOf('// solution\nexport const a = 1\n// end solution\n')).stub).toBe(null)
    expect((await stubOf('export const a = 1\n')).stub).toBe('export const a = 1\n')
  })

  test('does not take a string or a docstring for a marker', async () => {
    const text = `const s = \`
// solution
\`
/** the
// solution
*/
export const t = s
`
    expect(await stubOf(text)).toEqual({ stub: text, issues: [] })
  })

  test.each([
    [
      'function f() {\n  // solution\n}\n',
      'a.ts:2:3 begins a solution that never ends. Write "// end solution".',
    ],
    [
      'function f() {\n  // end solution\n}\n',
      'a.ts:2:3 ends a solution that has not begun. Write "// solution" above it, or remove it.',
    ],
    [
      'function f() {\n  // solution\n  // solution\n  // end solution\n}\n',
      'a.ts:3:3 begins a solution inside the one of line 2. Write "// end solution" first.',
    ],
    [
      'function f() {\n  g() // solution\n  // end solution\n}\n',
      'a.ts:2:7 has a solution marker behind code. Give the marker a line of its own.',
    ],
    [
      'function f() {\n  // solution\n}\nfunction g() {\n  // end solution\n}\n',
      'a.ts:2:3 begins a solution in one function that ends in another. Mark each function by itself.',
    ],
    [
      'function f(x) {\n  // solution\n  if (x) {\n    // end solution\n  }\n}\n',
      'a.ts:2:3 leaves code that is not valid TypeScript when its solution is taken out. Let each "// solution" and "// end solution" enclose whole statements.',
    ],
    [
      'function f() {\n  // Solution:\n  // end solution\n}\n',
      'a.ts:2:3 is nearly a solution marker. Write "// solution", "// solution: advice" or "// end solution", or reword the comment.',
    ],
  ])('locates a marker that does not pair: %j', async (text, line) => {
    const { stub, issues } = await stubOf(text)
    expect(stub).toBe(null)
    expect(issues).toContain(line)
  })

  test('whatever the advice, the stub throws exactly that text', async () => {
    const advice = fc.string({ unit: 'grapheme', maxLength: 120 }).filter((text) => {
      return !/[\n\r\u2028\u2029]/.test(text) && text.trim() !== ''
    })
    await fc.assert(
      fc.asyncProperty(advice, async (text) => {
        const source = `function f() {\n  // solution: ${text}\n  g()\n  // end solution\n}\n`
        const { stub } = await stubOf(source)
        const run = new Function(`${stub}\ntry { f() } catch (error) { return error.message }`)
        expect(run()).toBe(`TODO f: ${text.trim()}`)
      }),
    )
  })
})
