import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from './pack.ts'
import { refuse } from './refuse.ts'

/** SHA-256 of each file of a data set, by the names of set and file. */
export type Pins = Readonly<Record<string, Readonly<Record<string, string>>>>

const SHA256 = /^[0-9a-f]{64}$/

/** The file that an instructor commits, so that everybody has the same data. */
export function pinsFile(root: string): string {
  return join(root, 'data-pins.json')
}

/** Nothing where there is no file yet. Throws InputError for one that is none. */
export function readPins(root: string): Pins {
  const file = pinsFile(root)
  if (!existsSync(file)) return {}
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isPins(value)) return value
  } catch {
    // said below
  }
  const next = 'Mend it, or remove it and fetch again: {"my-set": {"my-set.zip": "0123..."}}'
  return refuse(file, 'is no JSON of SHA-256 by data set and file.', next)
}

export function writePin(root: string, set: string, pins: Readonly<Record<string, string>>): void {
  const all = { ...readPins(root), [set]: pins }
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeWhole(pinsFile(root), `${JSON.stringify(sorted, null, 2)}\n`)
}

function isPins(value: unknown): value is Pins {
  return isRecord(value) && Object.values(value).every((set) => isRecord(set) && areHashes(set))
}

function areHashes(set: object): boolean {
  return Object.values(set).every((hash) => typeof hash === 'string' && SHA256.test(hash))
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
