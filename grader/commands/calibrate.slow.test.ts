import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { readCalibration } from '../calibrate/record.ts'
import { change, copyCourse } from '../calibrate/testing.ts'
import type { Calibration } from '../model/calibration.ts'
import { gradus, startGradus } from './testing.ts'

const PATH = 'labs/guessing/calibration/wasm.json'

/** A copy of the course whose calibration was thrown away. */
function uncalibrated(): string {
  const root = copyCourse()
  rmSync(join(root, PATH))
  return root
}

function calibrate(root: string, ...options: readonly string[]) {
  return gradus(['calibrate', 'guessing', '--root', root, '--backend', 'wasm', ...options])
}

function valuesOf(calibration: Calibration | null) {
  return calibration?.checks.map(({ solutions }) => solutions.map(({ values }) => values))
}

describe('calibrate', () => {
  test('gives what was committed, number by number', async () => {
    const root = uncalibrated()
    const { status, stdout, stderr } = await calibrate(root)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('fit/accuracy: accuracy, median of 5, full marks at 0.8\n')
    const made = readFileSync(join(root, PATH), 'utf8')
    expect(made).toBe(readFileSync(join(copyCourse(), PATH), 'utf8'))
  }, 120_000)

  test('goes on after it was killed, with the values of an undisturbed calibration', async () => {
    const root = uncalibrated()
    // long enough that some are missing when the first are there
    const args = ['calibrate', 'guessing', '--root', root, '--backend', 'wasm', '--seeds', '2000']
    const child = startGradus(args)
    const ended = new Promise((done) => child.once('close', done))
    while (!existsSync(join(root, PATH)) && child.exitCode === null) await setTimeout(20)
    child.kill('SIGKILL')
    await ended
    const partial = await readCalibration(join(root, PATH))
    const [first] = partial?.checks[0]?.solutions ?? []
    expect(first?.summary.runs).toBeGreaterThan(0)
    expect(partial?.checks[1]?.solutions[2]?.summary.runs).toBe(0)

    const { stdout } = await calibrate(root, '--seeds', '63', '--json')
    const whole: Calibration = JSON.parse(stdout)
    const committed = await readCalibration(join(copyCourse(), PATH))
    const upTo63 = valuesOf(whole)?.map((check) => check.map((values) => values.slice(0, 63)))
    expect(upTo63).toEqual(valuesOf(committed))
  }, 120_000)

  test('measures again what changed, says so, and keeps the rest', async () => {
    const root = copyCourse()
    change(root, 'labs/guessing/accepted/shifted/fit.ts', (text) => text.replace('0.9', '0.95'))
    const { status, stdout, stderr } = await calibrate(root, '--json')
    expect(status).toBe(0)
    expect(stderr).toBe(
      ['accuracy', 'loss']
        .map(
          (check) =>
            `Measured again 5 times, and kept if the values are as before, for what it ran has changed: fit/${check} of accepted/shifted\n`,
        )
        .join(''),
    )
    const made = valuesOf(JSON.parse(stdout))
    const before = valuesOf(await readCalibration(join(copyCourse(), PATH)))
    expect(made?.[0]?.[0]).toEqual(before?.[0]?.[0])
    expect(made?.[0]?.[1]).toEqual(
      before?.[0]?.[1]?.map((value) => expect.closeTo(Number(value) + 0.05)),
    )
  }, 120_000)

  test('refuses to go on where a run with the same code comes out differently, and keeps the record', async () => {
    const root = copyCourse()
    const [first] = (await readCalibration(join(root, PATH)))?.checks[0]?.solutions[0]?.values ?? []
    change(root, PATH, (text) => text.replace(String(first), '0.123'))
    const drifted = readFileSync(join(root, PATH), 'utf8')
    const { status, stderr } = await calibrate(root, '--seeds', '70')
    expect(status).toBe(2)
    expect(stderr).toContain(PATH)
    expect(stderr).toContain(`fit/accuracy of solution was 0.123 and is ${first}.`)
    expect(stderr).toContain('To measure all runs again, remove the file and calibrate.')
    expect(readFileSync(join(root, PATH), 'utf8')).toBe(drifted)
  }, 120_000)

  test('keeps what was measured before a change that changes no value', async () => {
    const root = copyCourse()
    change(root, 'labs/guessing/accepted/shifted/fit.ts', (text) => `${text}\nexport const x = 1\n`)
    const { status, stdout } = await calibrate(root, '--json')
    expect(status).toBe(0)
    const kept: Calibration = JSON.parse(stdout)
    const before = await readCalibration(join(copyCourse(), PATH))
    expect(valuesOf(kept)).toEqual(valuesOf(before))
    const hashes = (calibration: Calibration | null) =>
      calibration?.checks.map(({ solutions }) => solutions.map(({ hash }) => hash))
    expect(hashes(kept)).not.toEqual(hashes(before))
    expect((await calibrate(root, '--show')).stderr).toBe('')
  }, 120_000)

  test('--show trains nothing and writes nothing', async () => {
    const root = uncalibrated()
    const { status, stdout } = await calibrate(root, '--show')
    expect(status).toBe(0)
    expect(stdout).toContain('Too few runs for a bound: each right solution needs 63.')
    expect(existsSync(join(root, PATH))).toBe(false)
  }, 120_000)

  test('refuses a right solution that does not come to its end', async () => {
    const root = uncalibrated()
    change(root, 'solutions/guessing/fit.ts', (text) => text.replace('return 0.8', 'throw 0.8'))
    const { status, stderr } = await calibrate(root, '--seeds', '1')
    expect(status).toBe(2)
    expect(stderr).toContain('has a right solution, solution, whose run 0 of fit/accuracy gave')
    expect(stderr).toContain('Mend it first: gradus verify guessing')
  }, 120_000)

  test('has nothing to do for a lab without thresholds', async () => {
    const root = uncalibrated()
    change(root, 'labs/guessing/lab.yaml', (text) =>
      text.replaceAll(/ {8}(measure|marks|seeds|rule|reason): .*\n/g, ''),
    )
    const { status, stdout } = await calibrate(root)
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'No check of guessing has a threshold: there is nothing to calibrate.\n',
    })
  }, 120_000)
})
