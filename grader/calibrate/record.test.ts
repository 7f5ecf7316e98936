import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { issuesOf } from '../catalog/testing.ts'
import { openLedger } from './ledger.ts'
import { calibrationPath, formatCalibration, readCalibration } from './record.ts'
import { change, copyCourse, frameOf } from './testing.ts'

const PATH = 'labs/guessing/calibration/wasm.json'
const NEXT = 'Restore the file, or delete it and run `gradus calibrate` again.'

describe('a calibration on disk', () => {
  test('is named after the backend and the data set', () => {
    expect(calibrationPath('guessing', 'wasm', null)).toBe(PATH)
    const named = calibrationPath('losses', 'tensorflow', 'digits')
    expect(named).toBe('labs/losses/calibration/tensorflow-digits.json')
  })

  test('comes back as it was written, diverged runs and all', async () => {
    const root = copyCourse()
    const frame = await frameOf(root)
    const ledger = await openLedger(frame, null)
    const job = ledger.next(3, 3)
    const [of] = job?.checks ?? []
    if (job === null || of === undefined) throw new Error('nothing to do')
    ledger.add(job.solution, of, [0.5, 'NaN', 1 / 3])
    const made = ledger.calibration()
    change(root, PATH, () => formatCalibration(made))
    expect(await readCalibration(join(root, PATH))).toEqual(made)
    expect(made.checks[0]?.solutions[0]?.summary).toMatchObject({ runs: 3, diverged: 1 })
  })

  test('has the values of a solution on one line', () => {
    const text = readFileSync(join(copyCourse(), PATH), 'utf8')
    const lines = text.split('\n').filter((line) => line.includes('"values"'))
    expect(lines).toHaveLength(6)
    for (const line of lines) expect(line).toMatch(/"values": \[(0\.\d+, ){62}0\.\d+\],$/)
  })

  test('is null where there is none', async () => {
    expect(await readCalibration(join(copyCourse(), 'labs/guessing/none.json'))).toBeNull()
  })

  test('that is damaged is refused with the place of the damage', async () => {
    const root = copyCourse()
    change(root, PATH, (text) => text.replace('"seeds": 5', '"seeds": "five"'))
    const issues = await issuesOf(root, readCalibration(join(root, PATH)))
    expect(issues).toEqual([
      `${PATH}:17:16 is no calibration: /checks/0/seeds must be integer. ${NEXT}`,
    ])
  })

  test('that is cut off is refused, too', async () => {
    const root = copyCourse()
    change(root, PATH, (text) => text.slice(0, 2000))
    const [issue = ''] = await issuesOf(root, readCalibration(join(root, PATH)))
    expect(issue).toMatch(/^labs\/guessing\/calibration\/wasm\.json:\d+:\d+ /)
    expect(issue).toContain(NEXT)
  })
})
