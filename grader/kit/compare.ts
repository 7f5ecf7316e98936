import { KEPT_ERRORS, type Mismatch } from '../model/outcome.ts'
import type { Value } from '../model/value.ts'
import { measured } from '../model/value-json.ts'

/** Characters of a description that are kept. */
const DESCRIPTION = 200

type Path = readonly (number | string)[]

/** What one case of a check showed. */
export type Comparison =
  /** Wrong whatever the tolerance. */
  | { readonly kind: 'mismatch'; readonly mismatch: Mismatch }
  | {
      readonly kind: 'measured'
      /** max |got - want|. */
      readonly maxError: number
      /** max |got - want| / max |want|: relative to the largest element, so that zeros in `want` do no harm. */
      readonly maxRelativeError: number
      readonly mismatch: Mismatch & { readonly kind: 'values' }
    }

/** Pairs of numbers that must agree, gathered from both sides in the same order. */
interface Leaves {
  readonly paths: Path[]
  readonly got: number[]
  readonly want: number[]
}

class Different extends Error {
  readonly mismatch: Mismatch
  constructor(mismatch: Mismatch) {
    super(mismatch.kind)
    this.mismatch = mismatch
  }
}

/**
 * Compares what a submission returned with the reference: structure, dtype and shape first, then NaN and
 * infinities, and only then values. Values are measured, not judged: tolerances live in lab.yaml.
 */
export function compare(got: Value, want: Value): Comparison {
  const leaves: Leaves = { paths: [], got: [], want: [] }
  try {
    collect(got, want, [], leaves)
  } catch (error) {
    if (error instanceof Different) return { kind: 'mismatch', mismatch: error.mismatch }
    throw error
  }
  return notFinite(leaves) ?? measure(leaves)
}

/** A value's kind in a few words: `tensor float32 [1, 3, 4, 2]`, `array of 5`, `null`. */
export function describeValue(value: Value): string {
  switch (value.type) {
    case 'tensor':
      return `tensor ${value.dtype} [${value.shape.join(', ')}]`
    case 'numbers':
      return `array of ${value.data.length} numbers`
    case 'bytes':
      return `Uint8Array of ${value.data.length}`
    case 'array':
      return `array of ${value.items.length}`
    case 'record':
      return `record {${value.entries.map(([key]) => key).join(', ')}}`
    case 'handle':
      return value.kind === 'function' ? 'function' : 'object'
    case 'string':
      return JSON.stringify(value.value)
    case 'boolean':
      return String(value.value)
    default:
      return value.type
  }
}

/** A submission chooses names and texts, of megabytes if it likes; records are kept for every student. */
function shortened(description: string): string {
  return description.length <= DESCRIPTION ? description : `${description.slice(0, DESCRIPTION)}…`
}

function collect(got: Value, want: Value, path: Path, leaves: Leaves): void {
  function differ(kind: 'shape' | 'dtype' | 'structure'): never {
    const place = path.length === 0 ? '' : ` at ${formatPath(path)}`
    throw new Different({
      kind,
      got: shortened(describeValue(got)) + place,
      want: shortened(describeValue(want)) + place,
    })
  }
  if (want.type === 'number') {
    if (got.type !== 'number') differ('structure')
    push(leaves, path, got.value, want.value)
  } else if (want.type === 'tensor') {
    if (got.type !== 'tensor') differ('structure')
    if (!equalShapes(got.shape, want.shape)) differ('shape')
    if (got.dtype !== want.dtype) differ('dtype')
    for (let i = 0; i < want.data.length; i++) {
      push(leaves, [...path, ...unravel(i, want.shape)], got.data[i] ?? NaN, want.data[i] ?? NaN)
    }
  } else if (want.type === 'numbers' || want.type === 'bytes' || want.type === 'array') {
    const [gotItems, wantItems] = [itemsOf(got), itemsOf(want)]
    if (gotItems === null || wantItems === null) differ('structure')
    if (gotItems.length !== wantItems.length) differ('shape')
    wantItems.forEach((item, i) => {
      collect(gotItems[i] ?? { type: 'undefined' }, item, [...path, i], leaves)
    })
  } else if (want.type === 'record') {
    if (got.type !== 'record') differ('structure')
    const gotEntries = new Map(got.entries)
    const wantEntries = new Map(want.entries)
    if (gotEntries.size !== wantEntries.size) differ('structure')
    for (const [key, item] of wantEntries) {
      const mine = gotEntries.get(key)
      if (mine === undefined) differ('structure')
      collect(mine, item, [...path, key], leaves)
    }
  } else if (want.type === 'handle') {
    if (got.type !== 'handle' || got.kind !== want.kind) differ('structure')
  } else if (describeValue(got) !== describeValue(want)) {
    differ('structure')
  }
}

function push(leaves: Leaves, path: Path, got: number, want: number): void {
  leaves.paths.push(path)
  leaves.got.push(got)
  leaves.want.push(want)
}

function itemsOf(value: Value): readonly Value[] | null {
  if (value.type === 'array') return value.items
  if (value.type !== 'numbers' && value.type !== 'bytes') return null
  return Array.from(value.data, (item): Value => ({ type: 'number', value: item }))
}

function notFinite({ paths, got, want }: Leaves): Comparison | null {
  const bad = got.flatMap((x, i) =>
    (Number.isFinite(x) && Number.isFinite(want[i])) || Object.is(x, want[i]) ? [] : [i],
  )
  const first = bad[0]
  if (first === undefined) return null
  return {
    kind: 'mismatch',
    mismatch: {
      kind: 'nan',
      index: paths[first] ?? [],
      got: measured(got[first] ?? NaN),
      want: measured(want[first] ?? NaN),
      count: bad.length,
      total: got.length,
    },
  }
}

function measure({ paths, got, want }: Leaves): Comparison {
  // Equal infinities and equal NaN passed `notFinite`; their difference is no error.
  const errors = got.map((x, i) => (Object.is(x, want[i]) ? 0 : Math.abs(x - (want[i] ?? NaN))))
  const finite = want.filter(Number.isFinite)
  const scale = finite.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0)
  let worst = 0
  errors.forEach((error, i) => {
    if (error > (errors[worst] ?? 0)) worst = i
  })
  const kept = errors.toSorted((a, b) => b - a).slice(0, KEPT_ERRORS)
  // Where the reference is zero everywhere, any deviation is infinitely wrong in relative terms; 1 keeps it finite.
  const relative = kept.map((error) => error / (scale || 1))
  return {
    kind: 'measured',
    maxError: kept[0] ?? 0,
    maxRelativeError: relative[0] ?? 0,
    mismatch: {
      kind: 'values',
      total: errors.length,
      errors: kept,
      relativeErrors: relative,
      worst: { index: paths[worst] ?? [], got: got[worst] ?? 0, want: want[worst] ?? 0 },
    },
  }
}

function equalShapes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i])
}

/** The row-major index of element `flat` in a tensor of this shape. */
function unravel(flat: number, shape: readonly number[]): number[] {
  const index: number[] = []
  let rest = flat
  for (const size of shape.toReversed()) {
    index.unshift(rest % size)
    rest = Math.floor(rest / size)
  }
  return index
}

function formatPath(path: Path): string {
  return `[${path.join(', ')}]`
}
