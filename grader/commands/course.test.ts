import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COURSE, courseFolder, ROSTER } from '../course/testing.ts'
import { type CourseOptions, courseCommand } from './course.ts'
import type { World } from './world.ts'

async function run(root: string, options: Omit<CourseOptions, 'root'>) {
  const written: string[] = []
  const output = { write: (text: string) => written.push(text) }
  const now = () => new Date('2026-09-01T12:00:00Z')
  const exit = () => {
    throw new Error('nothing here ends the process')
  }
  const world: World = { cwd: '/', env: {}, stdout: output, stderr: output, now, exit }
  const status = await courseCommand({ root, ...options }, world)
  return { status, printed: written.join('') }
}

async function folder(): Promise<string> {
  const root = await courseFolder(COURSE, ROSTER)
  await mkdir(join(root, 'labs/convolutions'), { recursive: true })
  await mkdir(join(root, 'labs/custom-losses'))
  return root
}

describe('gradus course', () => {
  test('shows the labs, and the students for whom one is due at another time', async () => {
    const { status, printed } = await run(await folder(), { lang: 'en' })
    expect(status).toBe(0)
    expect(
      printed,
    ).toBe(`Deep learning: 2 labs, 3 students, 1 joined during the course, 1 dropped out. Times in Europe/Madrid.

convolutions  due Mon 2026-10-05 23:59, 10 minutes of grace; the last push counts, with its penalty; late: 10 % less for each day, at most 5 days
  s1  Ana López    Mon 2026-10-12 23:59  extension
  s2  Pérez, Luis  not due: joined later
  s3  美           Wed 2026-10-07 21:44  extension

custom-losses  due Mon 2026-10-26 12:00, the best push counts; late: 10 % less for each day, at most 5 days
  s1  Ana López    Wed 2026-10-28 12:00  extension
  s2  Pérez, Luis  Wed 2026-10-28 12:00  extension
`)
  })

  test('shows one student everything, by id or login, in Spanish', async () => {
    const root = await folder()
    const { printed } = await run(root, { lang: 'es', student: 'luis-p' })
    expect(printed).toBe(`s2  Pérez, Luis  @luis-p. Horas de Europe/Madrid.
  convolutions   sin entrega: llegó después
  custom-losses  mié 2026-10-28 12:00  prórroga  school/custom-losses-luis-p
`)
    const typo = run(root, { lang: 'es', student: 'luis-q' })
    await expect(typo).rejects.toThrow('has no student "luis-q". Did you mean "luis-p"?')
  })

  test('--json gives every due time of every student', async () => {
    const { printed } = await run(await folder(), { lang: 'en', json: true })
    const { course, students } = JSON.parse(printed)
    expect(course.labs.map(({ id }: { id: string }) => id)).toEqual([
      'convolutions',
      'custom-losses',
    ])
    expect(students[2].labs).toEqual([
      {
        lab: 'convolutions',
        repository: 'other-owner/work-convolutions',
        due: {
          kind: 'due',
          at: '2026-10-07T19:44:00Z',
          local: '2026-10-07T21:44:00+02:00[Europe/Madrid]',
          until: '2026-10-07T19:54:00Z',
          extension: {
            student: 's3',
            team: null,
            lab: 'convolutions',
            grant: { kind: 'percent', percent: 25 },
          },
        },
      },
      {
        lab: 'custom-losses',
        repository: 'other-owner/work-custom-losses',
        due: {
          kind: 'due',
          at: '2026-10-26T11:00:30Z',
          local: '2026-10-26T12:00:30+01:00[Europe/Madrid]',
          until: '2026-10-26T11:00:30Z',
          extension: null,
        },
      },
    ])
  })

  test('--new writes files that it reads, and never over those that are there', async () => {
    const root = await folder()
    await expect(run(root, { lang: 'en', new: true })).rejects.toThrow('is there already.')
    expect(await readFile(join(root, 'course.yaml'), 'utf8')).toBe(COURSE)
    const fresh = join(root, 'fresh')
    await mkdir(join(fresh, 'labs/siamese'), { recursive: true })
    const made = await run(fresh, { lang: 'en', new: true })
    expect(made.printed).toContain('course.yaml\nroster.csv\n')
    expect((await run(fresh, { lang: 'en' })).printed).toContain(
      'siamese  due Tue 2026-09-15 23:59',
    )
  })
})
