import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from './csv-file.ts'
import { issues, ROSTER, read } from './testing.ts'

const rest = ROSTER.slice(ROSTER.indexOf('\n') + 1)

describe('roster.csv', () => {
  test('gives each student, with blanks as null', async () => {
    const { students } = await read()
    expect(students).toEqual([
      {
        id: 's1',
        login: 'ana',
        name: 'Ana López',
        section: 'A',
        team: 'red',
        status: 'active',
        since: null,
        repository: '{lab}-{login}',
      },
      {
        id: 's2',
        login: 'luis-p',
        name: 'Pérez, Luis',
        section: 'A',
        team: 'red',
        status: 'joined',
        since: '2026-10-10',
        repository: '{lab}-{login}',
      },
      {
        id: 's3',
        login: 'Mei',
        name: '美',
        section: 'B',
        team: null,
        status: 'dropped',
        since: '2026-11-01',
        repository: 'other-owner/work-{lab}',
      },
    ])
  })

  test.each([
    ['line ends of Windows', ROSTER.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${ROSTER}`],
    ['semicolons, as spreadsheets write in Spain', ROSTER.replaceAll(/,(?! Luis)/g, ';')],
    ['tabs', ROSTER.replaceAll(/,(?! Luis)/g, '\t')],
    ['empty lines and blanks', `${ROSTER.replaceAll('s1,ana,', ' s1 , ana ,')}\n\n,,,,,,,\n`],
    ['capitals in its first line', ROSTER.replace('id,login', 'ID,Login')],
  ])('is the same with %s', async (_, text) => {
    expect((await read(undefined, text)).students).toEqual((await read()).students)
  })

  test.each([
    [
      `id,login,name,team,statsu,since\n`,
      'roster.csv:1:20 has an unknown column "statsu". Did you mean "status"?',
    ],
    ['id,login,name,login\n', 'roster.csv:1:15 has the column "login" twice. Keep one of the two.'],
    [
      '\n',
      'roster.csv:1:1 is empty. Write a first line "id,login,name" and a line for each student.',
    ],
    [
      `id,login,name\ns1,ana,Ana "la rápida"\n`,
      'roster.csv:2:8 has a quote inside a field. Put the whole field in quotes and write each quote in it twice.',
    ],
    [
      'id,login,name\ns1,ana,"Ana\ns2,luis,Luis\n',
      'roster.csv:2:8 opens a quote that nothing closes. Close it, or remove it.',
    ],
  ])('%j is refused as a whole', async (text, line) => {
    const lines = await issues('title: { en: a, es: b }\n', text)
    expect(lines.filter((one) => one.startsWith('roster.csv'))).toEqual([line])
  })

  test.each([
    [
      's1,ana,Ana López,A,red,,',
      'roster.csv:2:1 has 7 fields where the first line has 8. Add or remove a comma; a field with a comma in it needs quotes.',
    ],
    ['s1,,Ana López,A,red,,,', 'roster.csv:2:4 has no login. Every student needs one.'],
    [
      's1,@ana,Ana López,A,red,,,',
      'roster.csv:2:4 "@ana" cannot be a login of GitHub. Write it as it stands after github.com/, without @.',
    ],
    ['s1,ana,Ñ,A,red,jioned,,', 'roster.csv:2:16 "jioned" is no status. Did you mean "joined"?'],
    [
      's1,ana,"Ñ ""x""",A,red,dropped,,',
      'roster.csv:2:24 "dropped" has no day. Write it under "since", such as 2026-10-05.',
    ],
    [
      's1,ana,Ana,A,red,joined,5/10/26,',
      'roster.csv:2:25 "5/10/26" is no day. Write it as 2026-10-05.',
    ],
    [
      's1,ana,Ana,A,red,,,https://github.com/school/x',
      'roster.csv:2:20 "https://github.com/school/x" cannot be a repository. Write name or owner/name; {lab} stands for the lab.',
    ],
    [
      's1,MEI,Ana,A,red,,,',
      'roster.csv:4:4 repeats the login "Mei". Keep one line for each student.',
    ],
  ])('the line %j is refused with its place', async (first, line) => {
    const lines = await issues(undefined, ROSTER.replace('s1,ana,Ana López,A,red,,,', first))
    expect(lines.filter((one) => one.startsWith('roster.csv'))).toEqual([line])
  })

  test('says what to do about a file of another encoding', async () => {
    const latin = Buffer.from(`id,login,name\ns1,ana,Ana L\u00f3pez\n${rest}`, 'latin1')
    expect(await issues(undefined, latin)).toContain(
      'roster.csv:2:13 is not UTF-8 text. Save the file again as UTF-8.',
    )
  })

  test('places every field of every table at its text', () => {
    const fields = fc.string({
      unit: fc.constantFrom('a', 'é', '美', '💡', ' ', '"', ',', '\n', 'x'),
    })
    const rows = fc.array(fc.array(fields, { minLength: 2, maxLength: 4 }), { minLength: 1 })
    const ends = fc.constantFrom('\n', '\r\n')
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(rows, ends, fc.boolean(), (table, end, mark) => {
        const text =
          (mark ? '\uFEFF' : '') + table.map((row) => row.map(quoted).join(',')).join(end)
        const read = readCsv({ file: 'a.csv', text })
        const expected = table
          .map((row) => row.map((field) => field.trim()))
          .filter((row) => row.some((field) => field !== ''))
        expect(read.rows?.map((row) => row.map((cell) => cell.text))).toEqual(expected)
        for (const cell of read.rows?.flat() ?? []) {
          expect(text.slice(cell.offset)).toMatch(/^"/)
          const rest = quoted(cell.text).slice(1, -1)
          expect(
            text
              .slice(cell.offset + 1)
              .trimStart()
              .startsWith(rest),
          ).toBe(true)
        }
      }),
    )
  })
})
