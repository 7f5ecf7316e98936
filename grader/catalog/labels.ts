import type { Visibility } from '../model/lab.ts'
import type { Source } from '../reading/source.ts'
import type { ModuleFile, Program, Statement } from './module-file.ts'

type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression']
type Call = Extract<Expression, { type: 'CallExpression' }>

/** What a spec calls an expectation: the second argument of `expect`. */
export interface Label {
  readonly source: Source
  readonly at: number
  readonly visibility: Visibility
  /** As a phrase has it, `{name}` where the spec fills something in; null when it is no literal. */
  readonly text: string | null
}

/** The labels of a spec, or of a module beside it, in the order in which they stand there. */
export function labelsOf(module: ModuleFile, visibility: Visibility): Label[] {
  const { source } = module
  if (module.issues.length > 0 || !module.imports.has('vitest')) return []
  const program = module.program()
  const names = expectNames(program)
  return callsIn(program)
    .filter(({ callee }) => names.has(rootName(callee)))
    .flatMap(({ arguments: [, label] }): Label[] =>
      label === undefined ? [] : [{ source, at: label.start, visibility, text: textOf(label) }],
    )
    .toSorted((a, b) => a.at - b.at)
}

function expectNames(program: Program): Set<string> {
  const names = new Set<string>()
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== 'vitest') continue
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue
      if (specifier.imported.name === 'expect') names.add(specifier.local.name)
    }
  }
  return names
}

function callsIn(program: Program): Call[] {
  const found: Call[] = []
  const pending: unknown[] = [program]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue
    if (isCall(node)) found.push(node)
    pending.push(...Object.values(node))
  }
  return found
}

function isCall(node: object): node is Call {
  return 'type' in node && node.type === 'CallExpression'
}

/** `expect` for `expect(...)` and `expect.soft(...)`; nothing for what is called on their result. */
function rootName(callee: Call['callee']): string {
  if (callee.type === 'Identifier') return callee.name
  const isSoft =
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'soft'
  return isSoft && callee.object.type === 'Identifier' ? callee.object.name : ''
}

function textOf(label: Call['arguments'][number]): string | null {
  if (label.type === 'Literal') return typeof label.value === 'string' ? label.value : null
  if (label.type !== 'TemplateLiteral') return null
  const { quasis, expressions } = label
  return quasis
    .map(({ value }, i) => {
      const filled = expressions[i]
      if (filled === undefined) return value.cooked ?? ''
      return `${value.cooked ?? ''}{${filled.type === 'Identifier' ? filled.name : 'value'}}`
    })
    .join('')
}
