import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openBackbone } from '../backbones/index.ts'
import { readLab } from '../catalog/index.ts'
import { datasetOf } from '../commands/dataset.ts'
import { fetchSubmission } from '../fetch/index.ts'
import { openRunner } from '../run/index.ts'
import { score } from '../score/score.ts'
import { writeGraph } from './testing.ts'

const ROOT = join(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'gradus-graph-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test('an own graph is opened by its SHA-256', async () => {
  const { model: from, sha256, features, range } = writeGraph(scratch)
  const choice = { kind: 'own', name: 'digits-graph', from, sha256, features, range } as const
  const lab = { ...(await readLab(ROOT, 'transfer-learning')), backbones: { digits: choice } }
  const options = { root: ROOT, dataset: 'digits', folder: undefined, cache: scratch }
  expect(await openBackbone(lab, options)).toEqual(writeGraph(scratch))
})

test('a right submission of transfer-learning gets every point on a graph, in the sandbox', {
  timeout: 300_000,
}, async () => {
  const lab = await readLab(ROOT, 'transfer-learning')
  const dataset = await datasetOf(lab)
  const backbone = writeGraph(scratch)
  const runner = openRunner({ root: ROOT, lab, secret: 'graph', dataset, backbone })
  try {
    const dir = join(ROOT, 'solutions/transfer-learning')
    const copy = fetchSubmission(dir, { lab, scratch: mkdtempSync(join(scratch, 'copy-')) })
    const card = score(lab, await runner.grade(copy, { rung: 'A' }))
    const lost = card.tasks.flatMap(({ checks }) =>
      checks.filter(({ verdict }) => verdict !== 'pass'),
    )
    expect(lost).toEqual([])
    expect(card.points).toBe(100)
    expect(card.provenance).toMatchObject({ backbone: 'digits-graph' })
  } finally {
    await runner.close()
  }
})
