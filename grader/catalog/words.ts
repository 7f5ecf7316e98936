import type { Path } from './yaml-file.ts'

type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

/** The fields of an object or array; none for anything else. */
export function asRecord(value: unknown): Fields {
  return isObject(value) ? value : {}
}

/** A value of a lab.yaml as a sentence names it. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (typeof value === 'string')
    return `the text "${value.length > 40 ? `${value.slice(0, 40)}...` : value}"`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : String(value)
}

const CONTAINERS: Readonly<Record<string, string>> = {
  tasks: 'task',
  checks: 'check',
  misconceptions: 'misconception',
}

/** `"tolerance.max-error" of check "random-shapes" of task "conv2d"` */
export function subject(path: Path): string {
  const owners: string[] = []
  let rest = path
  for (;;) {
    const [container, id] = rest
    const kind = CONTAINERS[container ?? '']
    if (kind === undefined || id === undefined) break
    owners.unshift(`${kind} "${id}"`)
    rest = rest.slice(2)
  }
  if (rest.length > 0) owners.unshift(`"${rest.join('.')}"`)
  return owners.length === 0 ? 'the lab' : owners.join(' of ')
}
