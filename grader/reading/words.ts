import type { Path } from './yaml-file.ts'

/** How one kind of file is spoken of. */
export interface Vocabulary {
  /** Its JSON Schema. */
  readonly schema: unknown
  /** The file as a whole: `the lab`. */
  readonly whole: string
  /** Keys under which named things stand, with what one is called: `tasks: 'task'`. */
  readonly containers: Readonly<Record<string, string>>
  /** What to do about a key that cannot be the id of such a thing. */
  id(kind: string): string
  /** What a text should have been that its pattern refused, and what to do. */
  text(path: Path): readonly [kind: string, next: string]
}

type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

/** The fields of an object or array; none for anything else. */
export function asRecord(value: unknown): Fields {
  return isObject(value) ? value : {}
}

/** A value of a YAML file as a sentence names it. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (typeof value === 'string')
    return `the text "${value.length > 40 ? `${value.slice(0, 40)}...` : value}"`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : String(value)
}

/** `"tolerance.max-error" of check "random-shapes" of task "conv2d"`; things of a list are counted. */
export function subject(
  path: Path,
  { whole, containers }: Pick<Vocabulary, 'whole' | 'containers'>,
): string {
  const owners: string[] = []
  let rest = path
  for (;;) {
    const [container, id] = rest
    const kind = containers[container ?? '']
    if (kind === undefined || id === undefined) break
    owners.unshift(/^\d+$/.test(id) ? `${kind} ${Number(id) + 1}` : `${kind} "${id}"`)
    rest = rest.slice(2)
  }
  if (rest.length > 0) owners.unshift(`"${rest.join('.')}"`)
  return owners.length === 0 ? whole : owners.join(' of ')
}
