import { expect, test } from 'vitest'
import { readLab } from '../catalog/index.ts'
import { COURSE } from '../commands/testing.ts'
import { exportedLab } from './exported-lab.ts'

test('of hidden checks a student gets their points alone, and of known mistakes nothing', async () => {
  const lab = await readLab(COURSE, 'outcomes')
  const versions = { graderVersion: '0.1.0', backendVersion: '4.22.0' }
  const exported = exportedLab(lab, 'es', null, versions)
  expect(exported).toMatchObject({ language: 'es', ...versions })
  const [right] = exported.lab.tasks
  expect(right?.checks).toEqual([
    lab.tasks[0]?.checks[0],
    {
      id: 'of-the-grader',
      visibility: 'hidden',
      points: 6,
      tolerance: null,
      threshold: null,
      hint: null,
      release: 'now',
      seconds: null,
    },
  ])
  expect(exported.lab.hash).toBe('')
  expect(exported.lab.limits.callSeconds).toBe(12)
  const text = JSON.stringify(exported)
  expect(lab.tasks.flatMap(({ misconceptions }) => misconceptions)).not.toEqual([])
  for (const { misconceptions } of lab.tasks) {
    for (const { id, sentence } of misconceptions) {
      expect(text).not.toContain(id)
      expect(text).not.toContain(sentence.en)
    }
  }
  expect(text).not.toContain('random')
})

test('of the phrases a student gets those of public checks', async () => {
  const lab = await readLab(COURSE, 'outcomes')
  const [shown, kept] = (['public', 'hidden'] as const).map((visibility) => {
    return { text: { en: `of a ${visibility} check`, es: visibility }, visibility }
  })
  if (shown === undefined || kept === undefined) return expect.unreachable()
  const versions = { graderVersion: '0.1.0', backendVersion: '4.22.0' }
  const exported = exportedLab({ ...lab, phrases: [kept, shown] }, 'es', null, versions)
  expect(exported.lab.phrases).toEqual([shown])
})
