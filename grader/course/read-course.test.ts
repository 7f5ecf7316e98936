import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { courseSchema } from '../model/course.schema.ts'
import { compileSchema } from '../reading/compile-schema.ts'
import { newCourse } from './new-course.ts'
import { repositoryOf } from './repository.ts'
import { COURSE, issues, read } from './testing.ts'

describe('readCourse', () => {
  test('fills in what a lab leaves to its course', async () => {
    const { course } = await read()
    expect(course).toEqual({
      title: { en: 'Deep learning', es: 'Aprendizaje profundo' },
      organization: 'school',
      language: 'es',
      timeZone: 'Europe/Madrid',
      repository: '{lab}-{login}',
      runsOn: ['self-hosted', 'linux', 'gpu'],
      labs: [
        {
          id: 'convolutions',
          opens: '2026-09-28T09:00:00',
          due: '2026-10-05T23:59:00',
          graceMinutes: 10,
          counts: 'last-with-penalty',
          late: { percentPerDay: 10, days: 5 },
        },
        {
          id: 'custom-losses',
          opens: null,
          due: '2026-10-26T12:00:30',
          graceMinutes: 0,
          counts: 'best',
          late: { percentPerDay: 10, days: 5 },
        },
      ],
      extensions: [
        {
          student: 's1',
          team: null,
          lab: 'convolutions',
          grant: { kind: 'until', at: '2026-10-12T23:59:00' },
        },
        { student: null, team: 'red', lab: null, grant: { kind: 'hours', hours: 48 } },
        {
          student: 's3',
          team: null,
          lab: 'convolutions',
          grant: { kind: 'percent', percent: 25 },
        },
      ],
    })
  })

  test('needs little', async () => {
    const short = `title: { en: A, es: B }
organization: school
language: en
time-zone: UTC
labs: { convolutions: { due: 2026-10-05 23:59 } }
`
    const { course, students } = await read(short, 'id,login,name\ns1,ana,Ana\n')
    expect(course).toMatchObject({ runsOn: ['ubuntu-latest'], extensions: [] })
    expect(course.labs[0]).toMatchObject({ counts: 'last-on-time', late: null, graceMinutes: 0 })
    expect(students).toHaveLength(1)
  })

  test('gives every student a repository for every lab', async () => {
    const { course, students } = await read()
    expect(students.map((student) => repositoryOf(course, student, 'siamese'))).toEqual([
      'school/siamese-ana',
      'school/siamese-luis-p',
      'other-owner/work-siamese',
    ])
  })

  test('takes the files of `gradus course --new` as they are', async () => {
    const now = new Date('2026-09-01T12:00:00Z')
    const [course, roster] = newCourse(['convolutions', 'siamese'], 'Europe/Madrid', now)
    const made = await read(course?.content, roster?.content)
    expect(made.course.labs.map(({ due }) => due)).toEqual([
      '2026-09-15T23:59:00',
      '2026-09-29T23:59:00',
    ])
  })
})

/** The good course.yaml with one text replaced, and all that is said of it. */
const MISTAKES: readonly (readonly [from: string, to: string, ...lines: string[]])[] = [
  [
    'time-zone: Europe/Madrid\n',
    '',
    'course.yaml:1:1 the course has no "time-zone". Add "time-zone: ...".',
  ],
  [
    'Europe/Madrid',
    'Europe/Madird',
    'course.yaml:4:12 "time-zone" is "Europe/Madird", which is no time zone here. Did you mean "Europe/Madrid"?',
  ],
  [
    'Europe/Madrid',
    'CET',
    'course.yaml:4:12 "time-zone" is "CET", which is no time zone here. Write area and city, such as Europe/Madrid, or UTC.',
  ],
  [
    'grace-minutes: 10',
    'grace-minuts: 10',
    'course.yaml:5:1 the course has an unknown key "grace-minuts". Did you mean "grace-minutes"?',
  ],
  [
    'last-with-penalty',
    'last-with-penaltys',
    'course.yaml:6:9 "counts" is the text "last-with-penaltys". Did you mean "last-with-penalty"?',
  ],
  [
    'percent-per-day: 10',
    'percent-per-day: 110',
    'course.yaml:7:26 "late.percent-per-day" is 110. Write at most 100.',
  ],
  [
    'convolutions: {',
    'convolution: {',
    'course.yaml:10:3 has no lab "convolution" in labs/. Did you mean "convolutions"?',
    'course.yaml:16:25 extension 1 names the lab "convolutions", which this course does not have. Did you mean "convolution"?',
    'course.yaml:18:25 extension 3 names the lab "convolutions", which this course does not have. Did you mean "convolution"?',
  ],
  [
    'due: 2026-10-05 23:59',
    'due: 2026-10-05',
    'course.yaml:10:49 "due" of lab "convolutions" is the text "2026-10-05", which is not a date and time. Write it as 2026-10-05 23:59, in the time zone of the course.',
  ],
  [
    'due: 2026-10-05 23:59',
    'due: 2026-10-05T23:59+02:00',
    'course.yaml:10:49 "due" of lab "convolutions" is the text "2026-10-05T23:59+02:00", which is not a date and time. Write it as 2026-10-05 23:59, in the time zone of the course.',
  ],
  [
    'due: 2026-10-05 23:59',
    'due: 2026-09-31 23:59',
    'course.yaml:10:49 the text "2026-09-31 23:59" is no day and time of the calendar. Write a day and time such as 2026-10-05 23:59.',
  ],
  [
    '2026-10-26T12:00:30',
    '2027-03-28 02:30',
    'course.yaml:12:10 "2027-03-28 02:30" does not exist in Europe/Madrid: clocks go forward over it. Write 2027-03-28 03:30, which comes at that moment.',
  ],
  [
    'opens: 2026-09-28',
    'opens: 2026-10-28',
    'course.yaml:10:26 lab "convolutions" opens when it is already due. Write an earlier opening.',
  ],
  [
    'late: { percent-per-day: 10, days: 5 }\n',
    '',
    'course.yaml:6:9 lab "convolutions" has a penalty but no "late" says which. Add late: { percent-per-day: 10, days: 5 }, or let the last on time count.',
  ],
  [
    'counts: best',
    'counts: last-on-time\n    late: { percent-per-day: 1, days: 2 }',
    'course.yaml:14:11 lab "custom-losses" says what is lost when late, but only what is on time counts. Add counts: last-with-penalty (or best), or remove "late".',
  ],
  [
    'student: s1, lab',
    'student: s1, team: red, lab',
    'course.yaml:16:5 extension 1 is for a student and a team. Write either student: ... or team: ...',
  ],
  [
    'hours: 48',
    'reason: ill',
    'course.yaml:17:5 extension 2 gives no time. Write one of until, hours or percent.',
    'course.yaml:17:18 extension 2 has an unknown key "reason". Remove it; the keys here are student, team, lab, until, hours and percent.',
  ],
  [
    'team: red',
    'team: rod',
    'course.yaml:17:13 extension 2 names the team "rod", which roster.csv does not have. Did you mean "red"?',
  ],
  [
    'until: 2026-10-12',
    'until: 2026-10-02',
    'course.yaml:16:46 extension 1 ends no later than lab "convolutions" is due, 2026-10-05 23:59. Write a later time, or remove it.',
  ],
  [
    's3, lab: convolutions',
    's3, lab: custom-losses',
    'course.yaml:18:49 extension 3 is a part of the time for "custom-losses", which has no opening. Add opens: ... to lab "custom-losses".',
  ],
  [
    'self-hosted, linux',
    '"self hosted", linux',
    'course.yaml:8:11 "runs-on.0" is the text "self hosted", which is not a label of a runner. Write labels such as [self-hosted, linux, gpu].',
  ],
  [
    'organization: school',
    'organization: github.com/school',
    'course.yaml:2:15 "organization" is the text "github.com/school", which is not a name of an account on GitHub. Write it as it stands after github.com/, such as deep-learning-2026.',
  ],
]

describe('a mistake in course.yaml is told with its place and what to do', () => {
  test.each(MISTAKES)('%j -> %j', async (from, to, ...lines) => {
    expect(COURSE).toContain(from)
    expect(await issues(COURSE.replace(from, to))).toEqual(lines)
  })

  test('all of them at once, those of the roster too', async () => {
    const broken = COURSE.replace('language: es', 'language: italiano').replace(
      'days: 5',
      'days: 0',
    )
    expect(await issues(broken, 'id,login,nam\n')).toEqual([
      'course.yaml:3:11 "language" is the text "italiano". Choose en or es.',
      'course.yaml:7:36 "late.days" is 0. Write a number from 1.',
      'roster.csv:1:1 has no column "name". Add it to the first line and to all others.',
      'roster.csv:1:10 has an unknown column "nam". Did you mean "name"?',
    ])
  })
})

test('the compiled course schema is current (else: npm run generate)', async () => {
  const file = new URL('./course-validator.generated.js', import.meta.url)
  expect(await readFile(file, 'utf8')).toBe(compileSchema(courseSchema, 'course.schema.ts'))
})
