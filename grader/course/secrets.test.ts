import { expect, test } from 'vitest'
import { COURSE, issues, ROSTER } from './testing.ts'

const token = `ghp_${'a1B2'.repeat(9)}`
const NEXT =
  'Remove it and revoke it where it was issued: whoever reads this file, and its history, has it.'

test.each([
  ['a GitHub token', token],
  ['a GitHub token', `github_pat_${'x'.repeat(22)}_${'y'.repeat(59)}`],
  ['a GitLab token', 'glpat-abcdefghij0123456789'],
  ['an AWS access key', 'AKIAIOSFODNN7EXAMPLE'],
  ['a signed web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc'],
  ['an API key', 'sk-abcdefghijklmnopqrstuvwx'],
  ['a password in an address', 'https://ana:geheim@example.org/school'],
])('%s is refused wherever it stands, and never repeated', async (what, secret) => {
  const found = [
    await issues(COURSE.replace('organization: school', `organization: ${secret}`)),
    await issues(COURSE.replace('organization: school', `organization: school # ${secret}`)),
    await issues(COURSE.replace('language: es', `language: es\nold: ${secret}`)),
  ]
  expect(found.map(([first]) => first?.replace(/:\d+:\d+/, ''))).toEqual(
    Array(3).fill(`course.yaml holds ${what}. ${NEXT}`),
  )
  const roster = await issues(undefined, ROSTER.replace('ana,', `${secret},`))
  expect(roster[0]).toBe(`roster.csv:2:4 holds ${what}. ${NEXT}`)
  expect([...found, roster].flat().join('\n')).not.toContain(secret.slice(0, 14))
})

test('a private key is refused', async () => {
  const key = '# -----BEGIN RSA PRIVATE KEY-----\n'
  expect(await issues(key + COURSE)).toEqual([`course.yaml:1:3 holds a private key. ${NEXT}`])
})

test.each(['token', 'github-token', 'APP_PRIVATE_KEY', 'password', 'client_secret', 'api-key'])(
  'the key "%s" is refused, whatever it holds',
  async (key) => {
    expect(await issues(`${COURSE}${key}: x\n`)).toEqual([
      `course.yaml:19:1 has the key "${key}", and a course file holds no secrets. Give secrets to the workflow as GitHub Actions secrets, never in a file.`,
    ])
  },
)
