import handlebars from 'handlebars'
import { plainFields, sentenceFields, untrustedFields } from './fields.ts'

type Kind = 'plain' | 'sentence' | 'untrusted'

/** What each helper may be given. */
const TAKES: Readonly<Record<string, Kind>> = {
  html: 'sentence',
  inline: 'sentence',
  pre: 'untrusted',
  icon: 'plain',
}
const BLOCKS = new Set(['each', 'if', 'unless'])

/** Every place in a template where text could reach the page as it is, as `line:column what`. */
export function lintTemplate(source: string): string[] {
  const lint = new Lint()
  lint.accept(handlebars.parse(source))
  return lint.found
}

class Lint extends handlebars.Visitor {
  readonly found: string[] = []

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.report(mustache, 'writes without escaping')
    const problem = problemOf(mustache)
    if (problem !== null) this.report(mustache, problem)
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    if (!BLOCKS.has(block.path.original)) {
      this.report(block, `{{#${block.path.original}}} is not allowed`)
    }
    super.BlockStatement(block)
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (!isPath(partial.name)) this.report(partial, 'names a partial at run time')
    // Another name for a field would hide its kind from this lint.
    const renamed = partial.hash?.pairs.find(({ key }) => key !== 'labels')
    if (renamed !== undefined) this.report(partial, `renames a field to ${renamed.key}`)
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.report(partial, 'is a partial block')
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.report(decorator, 'is a decorator')
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.report(decorator, 'is a decorator')
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.report(expression, 'calls a helper inside an expression')
  }

  private report(node: hbs.AST.Node, what: string): void {
    const { line, column } = node.loc.start
    this.found.push(`${line}:${column + 1} ${what}`)
  }
}

function problemOf({ path, params, hash }: hbs.AST.MustacheStatement): string | null {
  if (!isPath(path)) return 'is not a field'
  const [param, ...others] = params
  if (param === undefined) return unexpected(path, 'plain')
  const kind = Object.hasOwn(TAKES, path.original) ? TAKES[path.original] : undefined
  if (kind === undefined) return `${path.original} is no helper of ours`
  if (others.length > 0 || hash !== undefined || !isPath(param)) {
    return `${path.original} takes one field`
  }
  return unexpected(param, kind)
}

function unexpected(path: hbs.AST.PathExpression, wanted: Kind): string | null {
  const kind = kindOf(path.parts.at(-1) ?? 'this')
  return kind === wanted
    ? null
    : `${path.original} is ${kind ?? 'no field of a view'}, not ${wanted}`
}

function kindOf(field: string): Kind | null {
  if (Object.hasOwn(plainFields, field)) return 'plain'
  if (Object.hasOwn(sentenceFields, field)) return 'sentence'
  return Object.hasOwn(untrustedFields, field) ? 'untrusted' : null
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression'
}
