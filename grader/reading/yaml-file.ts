import type { Document, ParsedNode, YAMLError } from 'yaml'
import type { Issue } from '../model/issue.ts'
import { issueAt, type Source } from './source.ts'
import { didYouMean } from './suggest.ts'
import { readText } from './text-file.ts'

export type Path = readonly string[]

/** A YAML file as data, with the place of each part of it. */
export interface YamlFile {
  readonly source: Source
  readonly data: unknown
  /** Offset of the key at the end of the path, or of the nearest part that is there. */
  keyAt(path: Path): number
  /** Offset of the value at the path; of its key when the value is empty. */
  valueAt(path: Path): number
}

export type YamlReading = { readonly yaml: YamlFile | null; readonly issues: readonly Issue[] }

type Words = readonly [what: string, next: string]

/** What to do about a file of one kind, each a sentence. */
export interface Advice {
  readonly missing: string
  readonly empty: string
  readonly large: string
  /** The key that such a file starts with. */
  readonly firstKey: string
}

/**
 * Reads a YAML mapping. A repeated key is an issue but the rest can still be checked, so that there may
 * be both a `yaml` and issues; `yaml` is null for what cannot be read at all.
 */
export async function readYaml(path: string, advice: Advice): Promise<YamlReading> {
  const { source, issues } = await readText(path, advice)
  return source === null ? { yaml: null, issues } : parse(source, advice)
}

function unreadable(issue: Issue): YamlReading {
  return { yaml: null, issues: [issue] }
}

async function parse(source: Source, advice: Advice): Promise<YamlReading> {
  const yaml = await import('yaml')
  const document = yaml.parseDocument(source.text, { prettyErrors: false, stringKeys: true })
  const problems = [...document.errors, ...document.warnings]
  const syntax = problems.filter(({ code }) => code !== 'DUPLICATE_KEY')
  const issues = (syntax.length > 0 ? roots(syntax) : problems).map((one) => worded(source, one))
  if (syntax.length > 0) return { yaml: null, issues }
  const { contents } = document
  if (contents === null || (yaml.isScalar(contents) && contents.value === null)) {
    return unreadable(issueAt(source, 0, 'is empty.', advice.empty))
  }
  if (!yaml.isMap(contents)) {
    const what = 'is not a mapping of keys to values.'
    const next = `Start with "${advice.firstKey}:".`
    return unreadable(issueAt(source, contents.range[0], what, next))
  }
  const lost = lostAliases(document, source, yaml)
  if (lost.length > 0) return { yaml: null, issues: [...issues, ...lost] }
  try {
    return { yaml: { source, data: document.toJS(), ...places(document, yaml) }, issues }
  } catch (error) {
    // the library throws on aliases that repeat themselves without end
    const what = `cannot be read: ${error instanceof Error ? error.message : String(error)}.`
    return unreadable(issueAt(source, 0, what, 'Write the values out instead of using aliases.'))
  }
}

/** An issue for each alias without an anchor before it: the library finds only the first, and not where. */
function lostAliases(
  document: Document.Parsed,
  source: Source,
  yaml: typeof import('yaml'),
): Issue[] {
  const anchors: string[] = []
  const lost: { readonly name: string; readonly offset: number }[] = []
  yaml.visit(document, {
    Node(_, node) {
      if (!yaml.isAlias(node)) {
        if (node.anchor !== undefined) anchors.push(node.anchor)
      } else if (!anchors.includes(node.source)) {
        lost.push({ name: node.source, offset: node.range?.[0] ?? 0 })
      }
    },
  })
  return lost.map(({ name, offset }) => {
    const what = `uses the alias "*${name}" but has no anchor "&${name}" before it.`
    const next = anchors.includes(name)
      ? 'Move the anchor up, to where the value is first needed.'
      : didYouMean(name, anchors, 'Write the value out instead.')
    return issueAt(source, offset, what, next)
  })
}

interface Place {
  readonly key: number
  readonly node: ParsedNode | null
}

function places(document: Document.Parsed, yaml: typeof import('yaml')) {
  function child(node: ParsedNode | null, name: string): Place | null {
    if (yaml.isSeq(node)) {
      const item = node.items[Number(name)]
      return item === undefined || yaml.isPair(item) ? null : { key: item.range[0], node: item }
    }
    if (!yaml.isMap(node)) return null
    const pair = node.items.find(({ key }) => yaml.isScalar(key) && key.value === name)
    return pair === undefined ? null : { key: pair.key.range[0], node: pair.value }
  }
  function find(path: Path): Place {
    let place: Place = { key: document.contents?.range[0] ?? 0, node: document.contents }
    for (const name of path) {
      const inside = child(place.node, name)
      if (inside === null) break
      place = inside
    }
    return place
  }
  return {
    keyAt: (path: Path) => find(path).key,
    valueAt(path: Path) {
      const { key, node } = find(path)
      return node === null || node.range[0] === node.range[1] ? key : node.range[0]
    },
  }
}

/** One mistake of syntax makes the parser stumble over what follows; tabs are told one by one. */
function roots(problems: readonly YAMLError[]): YAMLError[] {
  const tabs = problems.filter(({ code }) => code === 'TAB_AS_INDENT')
  const first = problems.toSorted((a, b) => a.pos[0] - b.pos[0]).slice(0, 1)
  return tabs.length > 0 ? tabs : first
}

function worded(source: Source, problem: YAMLError): Issue {
  const [what, next] = wording(problem, source.text)
  return issueAt(source, problem.pos[0], what, next)
}

function wording({ code, message, pos }: YAMLError, text: string): Words {
  const here = text.slice(pos[0], pos[1]).trim()
  switch (code) {
    case 'DUPLICATE_KEY':
      return [`repeats the key "${keyAt(text, pos[0])}".`, 'Keep one of the two.']
    case 'TAB_AS_INDENT':
      return ['is indented with a tab.', 'YAML is indented with spaces; use two for each level.']
    case 'BAD_INDENT':
      return ['is indented by a different amount than its neighbours.', 'Align the keys.']
    case 'NON_STRING_KEY':
      return ['has a key that is not a text.', 'Put the key in quotes.']
    case 'MULTIPLE_DOCS':
      return ['starts a second document.', 'Remove the line "---".']
    default:
      return [
        `is not valid YAML${here.length > 0 && here.length < 40 ? ` at "${here}"` : ''}: ${message.replace(/\.?$/, '.')}`,
        'Mend the syntax; a text with ": " or " #" in it needs quotes.',
      ]
  }
}

function keyAt(text: string, offset: number): string {
  return /^["']?([^"':\n]*)/.exec(text.slice(offset))?.[1]?.trim() ?? ''
}
