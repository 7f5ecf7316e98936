import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLedger } from './ledger.ts'
import { readCalibration } from './record.ts'
import { calibrationTable } from './table.ts'
import { change, copyCourse, frameOf } from './testing.ts'

async function tableOf(root: string): Promise<string> {
  const earlier = await readCalibration(join(root, 'labs/guessing/calibration/wasm.json'))
  return calibrationTable((await openLedger(await frameOf(root), earlier)).calibration())
}

test('the table shows runs, spread, bound and miss rate of every right solution', async () => {
  expect(await tableOf(copyCourse())).toMatchInlineSnapshot(`
    "guessing on wasm 4.22.0 (cpu)

    fit/accuracy: accuracy, median of 5, full marks at 0.8
                        runs  diverged    mean      std   worst   bound  missed at most
      solution            63         0   0.906  0.03886  0.8313  0.8313      1 in 1,047
      accepted/shifted    63         0  0.8995  0.04095  0.8177  0.8177      1 in 1,047
      accepted/squared    63         0  0.8886  0.04112  0.8119  0.8119      1 in 1,047
      0.8 is within the bound 0.8119.

    fit/loss: loss, best of 3, full marks at 0.25
                        runs  diverged     mean      std   worst   bound  missed at most
      solution            63         0  0.09511  0.02871  0.1498  0.1464      1 in 9,985
      accepted/shifted    63         0  0.09511  0.02871  0.1498  0.1464      1 in 9,985
      accepted/squared    63         0   0.1118  0.03085    0.15  0.1499      1 in 9,985
      0.25 is within the bound 0.1499."
  `)
})

test('the table says when full marks are too high, too low, or cannot be judged', async () => {
  const root = copyCourse()
  change(root, 'labs/guessing/lab.yaml', (text) =>
    text.replace('full: 0.8 ', 'full: 0.95 ').replace('full: 0.25', 'full: 0.1'),
  )
  const table = await tableOf(root)
  expect(table).toContain('0.95 is BEYOND the bound 0.8119: move it towards none.')
  expect(table).toContain('0.1 is BEYOND the bound 0.1499: move it towards none.')
  expect(table).toContain('more than half')
  change(root, 'labs/guessing/lab.yaml', (text) => text.replace('seeds: 5', 'seeds: 3'))
  expect(await tableOf(root)).toContain('(*: if runs are distributed normally)')
})
