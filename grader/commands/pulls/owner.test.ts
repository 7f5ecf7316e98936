import { describe, expect, test } from 'vitest'
import type { Course, CourseLab, Student } from '../../model/course.ts'
import type { Pull } from '../../platform/github/index.ts'
import { desks, ownerOf } from './owner.ts'

const lab = (id: string): CourseLab => ({
  id,
  opens: null,
  due: '2026-10-05T23:59:00',
  graceMinutes: 0,
  counts: 'last-on-time',
  late: null,
})
const labs = [lab('convolutions'), lab('custom-losses')]
const student = (login: string, repository: string): Student => ({
  ...{ id: `id-${login}`, login, name: login, section: null, team: 'red', status: 'active' },
  ...{ since: null, repository },
})
const course: Course = {
  title: { en: 'Course', es: 'Curso' },
  organization: 'school',
  language: 'en',
  timeZone: 'Europe/Madrid',
  repository: '{lab}-{login}',
  runsOn: ['ubuntu-latest'],
  labs,
  extensions: [],
}

function owner(
  students: readonly Student[],
  pull: Partial<Pull> & { readonly repository: string },
) {
  const desk = desks(course, students, labs).find(
    ({ repository }) => repository === pull.repository,
  )
  if (desk === undefined) throw new Error(`nobody works in ${pull.repository}`)
  const owned = ownerOf(desk, {
    ...{ number: 1, isOpen: true, isDraft: false, author: '', createdAt: '', base: 'main' },
    ...{ head: { sha: '', branch: 'work', repository: pull.repository }, mergeable: null },
    ...pull,
  })
  return owned.ok ? `${owned.student.login} ${owned.lab.id}` : owned.why
}

const head = (branch: string, repository: string) => ({ sha: '', branch, repository })

describe('a pull request', () => {
  const own = [student('ana', '{lab}-{login}'), student('bo', '{lab}-{login}')]
  const shared = [student('ana', '{lab}'), student('Bo', '{lab}')]
  const forAll = [student('ana', 'work-{login}')]

  test('in the repository of one student is theirs, whoever opened it', () => {
    const pull = { repository: 'school/convolutions-ana', author: 'github-classroom[bot]' }
    expect(owner(own, pull)).toBe('ana convolutions')
  })

  test('in a repository of many is of who opened it, in whatever case', () => {
    expect(owner(shared, { repository: 'school/custom-losses', author: 'bo' })).toBe(
      'Bo custom-losses',
    )
  })

  test('from a fork is of who owns the fork', () => {
    const pull = { repository: 'school/convolutions', author: 'helper', head: head('x', 'ana/x') }
    expect(owner(shared, pull)).toBe('ana convolutions')
  })

  test('of a stranger is nobody’s', () => {
    expect(owner(shared, { repository: 'school/convolutions', author: 'mallory' })).toBe(
      'unknown-student',
    )
  })

  test.each([
    ['custom-losses', 'ana custom-losses'],
    ['convolutions/second-try', 'ana convolutions'],
    ['main-work', 'unknown-lab'],
    ['convolutions-2', 'unknown-lab'],
  ])('in a repository for all labs is of the lab that its branch %s names', (branch, expected) => {
    const repository = 'school/work-ana'
    expect(owner(forAll, { repository, head: head(branch, repository) })).toBe(expected)
  })
})

test('a repository is asked about once, however many work there', () => {
  const team = ['ana', 'bo', 'cy'].map((login) => student(login, '{lab}-{team}'))
  expect(desks(course, team, labs).map(({ repository }) => repository)).toEqual([
    'school/convolutions-red',
    'school/custom-losses-red',
  ])
})
