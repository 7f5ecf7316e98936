import type { Issue } from '../model/issue.ts'
import type { Visibility } from '../model/lab.ts'
import { issueAt, type Source } from '../reading/source.ts'
import type { ModuleFile, Program, Statement } from './module-file.ts'

type Call = Extract<Expression, { type: 'CallExpression' }>
type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression']
type Role = 'describe' | 'test'

/** One `describe('task') > test('check')` of a spec, with the offsets of the two names. */
export interface SpecTest {
  readonly task: string
  readonly check: string
  readonly taskAt: number
  readonly checkAt: number
}

export interface SpecFile {
  readonly source: Source
  readonly visibility: Visibility
  readonly tests: readonly SpecTest[]
  readonly issues: readonly Issue[]
}

const ROLES: Readonly<Record<string, Role>> = {
  describe: 'describe',
  suite: 'describe',
  test: 'test',
  it: 'test',
}

/**
 * The checks that a spec holds, found without running it: `describe` at the top level, `test` directly
 * inside, both named by string literals. Anything else that makes tests is an issue, because its
 * points could not be known.
 */
export function readSpec(module: ModuleFile, visibility: Visibility): SpecFile {
  const { source } = module
  if (module.issues.length > 0) return { source, visibility, tests: [], issues: module.issues }
  const program = module.program()
  const roles = importedRoles(program)
  const issues: Issue[] = []
  const placed = new Set<Call>()

  function named(
    statement: Statement,
    role: Role,
  ): { call: Call; name: string; at: number } | null {
    if (statement.type !== 'ExpressionStatement') return null
    const call = statement.expression
    if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier') return null
    if (roles.get(call.callee.name) !== role) return null
    placed.add(call)
    const [first] = call.arguments
    const name = first === undefined ? null : literal(first)
    if (name !== null) return { call, name, at: first?.start ?? call.start }
    const what = `has a ${role} whose name is not a string literal.`
    const next = `Write the id of the ${role === 'test' ? 'check' : 'task'} in quotes.`
    issues.push(issueAt(source, first?.start ?? call.start, what, next))
    return null
  }

  const tests = program.body.flatMap((statement) => {
    const group = named(statement, 'describe')
    if (group === null) return []
    return bodyOf(group.call).flatMap((inner): SpecTest[] => {
      const test = named(inner, 'test')
      if (test === null) return []
      return [{ task: group.name, taskAt: group.at, check: test.name, checkAt: test.at }]
    })
  })

  for (const { call, name, role } of calls(program, roles)) {
    if (placed.has(call)) continue
    const what = `has "${name}" where it makes no check.`
    issues.push(issueAt(source, call.start, what, PLACES[role]))
  }
  return { source, visibility, tests, issues }
}

const PLACES: Readonly<Record<Role, string>> = {
  describe: "Write describe('task', () => { ... }) at the top level, without only, skip or each.",
  test: "Write test('check', ...) directly inside a describe, without only, skip or each.",
}

function importedRoles(program: Program): Map<string, Role> {
  const roles = new Map<string, Role>()
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== 'vitest') continue
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ImportSpecifier') continue
      const { imported } = specifier
      const role = ROLES[imported.type === 'Identifier' ? imported.name : imported.value]
      if (role !== undefined) roles.set(specifier.local.name, role)
    }
  }
  return roles
}

/** Every call of an imported `describe` or `test`, or of a member of it such as `test.skip`. */
function calls(program: Program, roles: ReadonlyMap<string, Role>) {
  const found: { call: Call; name: string; role: Role }[] = []
  const pending: unknown[] = [program]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue
    if (isCall(node)) {
      const name = calleeName(node.callee)
      const role = roles.get(name.split('.')[0] ?? '')
      if (role !== undefined) found.push({ call: node, name, role })
    }
    pending.push(...Object.values(node))
  }
  return found.sort((a, b) => a.call.start - b.call.start)
}

function isCall(node: object): node is Call {
  return 'type' in node && node.type === 'CallExpression'
}

/** `test.skip` for `test.skip(...)`; empty for what is not a plain path of names. */
function calleeName(callee: Call['callee']): string {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return ''
  return `${calleeName(callee.object)}.${callee.property.name}`
}

function literal(argument: Call['arguments'][number]): string | null {
  if (argument.type === 'Literal') {
    return typeof argument.value === 'string' ? argument.value : null
  }
  if (argument.type !== 'TemplateLiteral' || argument.expressions.length > 0) return null
  return argument.quasis[0]?.value.cooked ?? null
}

/** The statements of the function that a `describe` is given. */
function bodyOf(call: Call): readonly Statement[] {
  for (const argument of call.arguments) {
    if (argument.type !== 'ArrowFunctionExpression' && argument.type !== 'FunctionExpression') {
      continue
    }
    if (argument.body?.type === 'BlockStatement') return argument.body.body
  }
  return []
}
