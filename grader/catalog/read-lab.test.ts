import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { labSchema } from '../model/lab.schema.ts'
import { compileSchema } from '../reading/compile-schema.ts'
import { readIfPresent } from './generated-file.ts'
import { labIds, readLab, readLabs } from './read-lab.ts'
import { change, copyCourse, issuesOf } from './testing.ts'

describe('readLab', () => {
  test('fills in defaults and takes the visibility of a check from its spec', async () => {
    const lab = await readLab(await copyCourse(), 'tiny')
    expect(lab.version).toBe(2)
    expect(lab.title.es).toBe('Diminuto')
    expect(lab.limits).toEqual({
      bootSeconds: 10,
      callSeconds: 1,
      totalSeconds: 120,
      memoryMB: 2048,
      replyMB: 16,
      calls: 10_000,
      startsPerTask: 3,
    })
    const [double, train] = lab.tasks
    expect(double).toMatchObject({ id: 'double', file: 'double.ts', exports: ['double'] })
    expect(double?.checks.map(({ id, visibility }) => [id, visibility])).toEqual([
      ['fixed-case', 'public'],
      ['random-numbers', 'hidden'],
    ])
    expect(double?.checks[1]).toMatchObject({
      tolerance: { metric: 'max-error', bound: 1e-6 },
      threshold: null,
      release: 'after-due',
    })
    expect(double?.misconceptions.map(({ id }) => id)).toEqual(['double-squares'])
    expect(train).toMatchObject({ file: 'train.ts', exports: ['trainLine'], misconceptions: [] })
    expect(train?.checks[0]?.threshold).toMatchObject({ measure: 'accuracy', seeds: 3 })
  })

  test('hashes what decides the measurements, and nothing else', async () => {
    const root = await copyCourse()
    const { hash } = await readLab(root, 'tiny')
    const hashAfter = async (path: string) => {
      await change(root, path, (text) => `${text}\n`)
      return (await readLab(root, 'tiny')).hash
    }
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await hashAfter('labs/tiny/handout.en.md')).toBe(hash)
    expect(await hashAfter('labs/tiny/lab.yaml')).toBe(hash)
    const changed = [
      await hashAfter('labs/tiny/misconceptions/double-squares.ts'),
      await hashAfter('labs/tiny/public/double.spec.ts'),
      await hashAfter('labs/tiny/hidden/double.spec.ts'),
      await hashAfter('solutions/tiny/double.ts'),
    ]
    expect(new Set([hash, ...changed]).size).toBe(5)
  })

  test('suggests the lab that was meant', async () => {
    const root = await copyCourse()
    expect(await issuesOf(root, readLab(root, 'tyny'))).toEqual([
      'labs has no lab "tyny". Did you mean "tiny"?',
    ])
    expect(await issuesOf(root, readLab(root, '../labs/tiny'))).toHaveLength(1)
  })

  test('says that a folder is no course', async () => {
    const root = await copyCourse()
    expect(await issuesOf(root, labIds(`${root}/solutions`))).toEqual([
      'solutions/labs does not exist. Run gradus in the folder of a course, or name it with --root.',
    ])
  })

  test('says that a lab has no lab.yaml', async () => {
    const root = await copyCourse()
    await change(root, 'labs/other/handout.en.md', '')
    expect(await issuesOf(root, readLab(root, 'other'))).toEqual([
      'labs/other/lab.yaml does not exist. Create it, or make a new lab with: gradus new ID',
    ])
  })

  test('reports the issues of every lab together', async () => {
    const root = await copyCourse()
    await change(root, 'labs/other/handout.en.md', '')
    await change(root, 'labs/tiny/lab.yaml', (text) => text.replace('version: 2', 'version: 0'))
    expect(await issuesOf(root, readLabs(root))).toEqual([
      'labs/other/lab.yaml does not exist. Create it, or make a new lab with: gradus new ID',
      'labs/tiny/lab.yaml:2:10 "version" is 0. Write a number from 1.',
    ])
  })
})

test('the compiled lab schema is current (else: npm run generate)', async () => {
  const file = fileURLToPath(new URL('./lab-validator.generated.js', import.meta.url))
  expect(await readIfPresent(file)).toBe(compileSchema(labSchema, 'lab.schema.ts'))
})
