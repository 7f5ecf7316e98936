import type { Program } from './module-file.ts'

export interface NamedFunction {
  /** As a student knows it: `conv2d`, or `EarlyStopping.onEpochEnd` for a method. */
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Finds the innermost function around an offset; one without a name goes by that of its surroundings. */
export function enclosingFunctions(program: Program): (offset: number) => NamedFunction | null {
  const functions: NamedFunction[] = []
  visit(program, '', functions)
  return (offset) =>
    functions
      .filter(({ start, end }) => start <= offset && offset < end)
      .reduce<NamedFunction | null>(
        (inner, one) => (inner === null || one.start >= inner.start ? one : inner),
        null,
      )
}

function visit(node: unknown, surroundings: string, functions: NamedFunction[]): void {
  if (!isObject(node)) return
  if (Array.isArray(node)) {
    for (const item of node) visit(item, surroundings, functions)
    return
  }
  const name = nameWithin(node, surroundings)
  const { body, start, end } = node
  if (isFunction(node) && isObject(body) && typeof start === 'number' && typeof end === 'number') {
    functions.push({ name, start, end })
  }
  for (const value of Object.values(node)) visit(value, name, functions)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isFunction({ type }: Record<string, unknown>): boolean {
  return (
    type === 'FunctionDeclaration' ||
    type === 'FunctionExpression' ||
    type === 'ArrowFunctionExpression'
  )
}

/** What the parts of a node are inside of: its own name where it has one. */
function nameWithin(node: Record<string, unknown>, surroundings: string): string {
  const { type, id, key } = node
  switch (type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return [surroundings, identifier(key)].filter(Boolean).join('.')
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'VariableDeclarator':
      // a helper inside a function is known by the function that students write
      return surroundings || identifier(id)
    default:
      return surroundings
  }
}

function identifier(node: unknown): string {
  return isObject(node) && typeof node['name'] === 'string' ? node['name'] : ''
}
