import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLab } from '../../catalog/index.ts'
import type { Entry } from '../../platform/testing/gate.ts'
import { readPlan, shardOf } from './read-plan.ts'
import { writeResult } from './results.ts'
import { type ClassRoom, openClass } from './testing/class-room.ts'
import { commentsOf, marksOf } from './testing/read-back.ts'
import { stubResult } from './testing/stub-grade.ts'

const STUDENTS = Array.from({ length: 30 }, (_, index) => `student-${index}`)
const SHARDS = ['1/4', '2/4', '3/4', '4/4']
let room: ClassRoom
const heads = new Map<string, string>()

const repositoryOf = (login: string) => `school/outcomes-${login}`

beforeAll(async () => {
  room = await openClass({ students: STUDENTS })
  for (const login of STUDENTS) {
    const repository = repositoryOf(login)
    await room.hosted.createRepository(repository, [login])
    heads.set(login, await room.push(login, repository, 'work', { 'own.ts': `// ${login}\n` }))
    await room.hosted.openPull(repository, login, { head: 'work' })
  }
}, 400_000)
afterAll(() => room.close(), 60_000)

const isRead = ({ method }: Entry) => method === 'GET'

/** The four parts of a plan, as four jobs would grade them. */
async function gradeInShards(): Promise<void> {
  const lab = await readLab(join(room.folder, 'course'), 'outcomes')
  const { pulls } = readPlan(join(room.folder, 'plan.json'))
  for (const [index, shard] of SHARDS.entries()) {
    const folder = join(room.folder, `results-${index}`)
    mkdirSync(folder, { recursive: true })
    for (const planned of shardOf(pulls, shard)) writeResult(folder, stubResult(lab, planned, 2))
  }
}

test('30 pull requests on 4 shards get one comment and one check run each', async () => {
  const { transcript } = room.hosted.gate
  const from = transcript.length
  const plan = await room.gradus('app', 'plan', '--out', 'plan.json')
  expect(plan.stderr).toBe('30 to grade\n')
  await gradeInShards()
  const folders = SHARDS.map((_, index) => `results-${index}`)
  const merged = await room.gradus(
    ...(['app', 'merge', ...folders, '--plan', 'plan.json', '--results', 'all'] as const),
  )
  expect(merged).toMatchObject({ status: 0, stderr: '30 of 30 results; 0 refused\n' })
  const reported = await room.gradus('app', 'report', 'all', '--plan', 'plan.json')
  expect(reported.status).toBe(0)

  const requests = transcript.slice(from)
  const each = (of: readonly Entry[]) => of.length / STUDENTS.length
  const [reads, others] = [requests.filter(isRead), requests.filter((entry) => !isRead(entry))]
  const writes = others.filter(({ path }) => path.startsWith('/repos/'))
  process.stdout.write(
    `requests per pull request: ${each(reads).toFixed(2)} reads, ${each(writes)} writes ` +
      `(at most 6 and 2); ${others.length - writes.length} for tokens in all\n`,
  )
  expect(each(reads)).toBeLessThanOrEqual(6)
  expect(each(writes)).toBe(2)
  for (const login of STUDENTS) {
    const comments = await commentsOf(room, repositoryOf(login), 1)
    expect(comments).toHaveLength(1)
    expect(comments[0]).toContain(heads.get(login)?.slice(0, 7))
    const marks = await marksOf(room, 'app', repositoryOf(login), heads.get(login))
    expect(marks).toEqual(['failure: 20 / 100 points'])
  }
}, 300_000)

test('once more, nothing is written', async () => {
  const { transcript } = room.hosted.gate
  const from = transcript.length
  const again = await room.gradus('app', 'report', 'all', '--plan', 'plan.json')
  expect(again.stdout.match(/comment unchanged, mark unchanged/g)).toHaveLength(30)
  const plan = await room.gradus('app', 'plan', '--out', 'next.json')
  expect(plan.stderr).toBe('0 to grade; 30 graded before\n')
  expect(JSON.parse(readFileSync(join(room.folder, 'next.json'), 'utf8')).pulls).toEqual([])
  const writes = transcript.slice(from).filter(({ method }) => method !== 'GET')
  expect(writes.filter(({ operation }) => !operation.endsWith('access_tokens'))).toEqual([])
}, 120_000)
