import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { readLab } from '../catalog/index.ts'
import type { Frame } from './ledger.ts'

type Draw = (uniform: () => number) => number

/** Box and Muller's transform. */
const normal: Draw = (uniform) =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())

const exponential: Draw = (uniform) => -Math.log(1 - uniform())

/** The share of right answers among `cases`. */
function accuracy(cases: number, probability: number): Draw {
  return (uniform) => {
    let right = 0
    for (let i = 0; i < cases; i += 1) right += uniform() < probability ? 1 : 0
    return right / cases
  }
}

/** What single training runs may be distributed like. */
export const POPULATIONS = {
  normal,
  uniform: (uniform) => uniform(),
  'a long tail of bad runs': (uniform) => -exponential(uniform),
  'a slight tail of bad runs': (uniform) => -Math.exp(0.3 * normal(uniform)),
  'a long tail of good runs': (uniform) => exponential(uniform),
  'a few failed runs': (uniform) => normal(uniform) - (uniform() < 0.03 ? 6 : 0),
  'a share of 300 cases': accuracy(300, 0.9),
  'a share of 40 cases, near its ceiling': accuracy(40, 0.98),
} as const satisfies Record<string, Draw>

/** A course with one lab that "trains" by drawing a random number, calibrated with 63 runs. */
const COURSE = fileURLToPath(new URL('fixtures/course', import.meta.url))

/** A copy of that course, which goes away with the test. */
export function copyCourse(): string {
  const root = mkdtempSync(join(tmpdir(), 'gradus-calibrate-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  cpSync(COURSE, root, { recursive: true })
  return root
}

/** Changes a file of a course; fails where nothing changes. */
export function change(root: string, path: string, edit: (text: string) => string): void {
  const file = join(root, path)
  const text = readFileSync(file, 'utf8')
  const edited = edit(text)
  expect(edited).not.toBe(text)
  writeFileSync(file, edited)
}

/** Where the committed calibration of that course was made. */
export const WASM = { id: 'wasm', version: '4.22.0', device: 'cpu' } as const

/** What a calibration of the course would be made of now. */
export async function frameOf(root: string): Promise<Frame> {
  return { root, lab: await readLab(root, 'guessing'), backend: WASM, data: null }
}
