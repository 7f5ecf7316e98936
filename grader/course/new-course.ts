const DAY = 24 * 3_600_000

/**
 * A course.yaml and a roster.csv to start from: one lab every two weeks, all of them to be changed.
 * @param timeZone of whoever asks
 */
export function newCourse(
  labIds: readonly string[],
  timeZone: string,
  now: Date,
): readonly { readonly path: string; readonly content: string }[] {
  const dayAfter = (days: number) =>
    new Date(now.getTime() + days * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length)
  const labs = labIds.map((id, index) => {
    const opens = `${dayAfter(14 * index)} 09:00`
    return `  ${id}: { opens: ${opens}, due: ${dayAfter(14 * index + 14)} 23:59 }\n`
  })
  return [
    {
      path: 'course.yaml',
      content: `${HEAD}time-zone: ${timeZone}\n${REST}${labs.join('')}${TAIL}`,
    },
    { path: 'roster.csv', content: 'id,login,name,section,team,status,since,repository\n' },
  ]
}

const HEAD = `# yaml-language-server: $schema=labs/course.schema.json
title: { en: Deep learning, es: Aprendizaje profundo }
organization: my-organization # on GitHub; owns the students' repositories
language: en # of handouts and reports: en, es
`

const REST = `grace-minutes: 10
counts: last-on-time # or best, or last-with-penalty
# late: { percent-per-day: 10, days: 5 }
runs-on: [ubuntu-latest] # or [self-hosted, linux, gpu]
labs:
`

const TAIL = `# extensions:
#   - { student: s1001, lab: convolutions, until: 2027-01-15 23:59 }
#   - { team: red, hours: 48 }
#   - { student: s1002, percent: 25 }
`
