import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassRoom, openClass } from '../commands/pulls/testing/class-room.ts'
import { REPOSITORY } from '../commands/testing.ts'
import { field } from '../platform/testing/strict-rules.ts'
import { openArtifacts, serveArtifacts } from './testing/artifacts.ts'
import type { Json } from './testing/expressions.ts'
import { checkOut } from './testing/instructor-repository.ts'
import { type JobRun, runWorkflow } from './testing/run-workflow.ts'

const GRADE = readFileSync(join(REPOSITORY, '.github/workflows/grade.yml'), 'utf8')
const NOSY = readFileSync(new URL('fixtures/nosy.ts', import.meta.url), 'utf8')
const REPOSITORY_OF_ANA = 'school/outcomes-ana'
const HIDDEN_SEED = 'canary-of-the-hidden-seed'
/** Of somebody who may only read, as far as the workflow is concerned. */
const FETCH_TOKEN = 'token-reader'

let room: ClassRoom
let number: number
const runs: JobRun[][] = []

beforeAll(async () => {
  room = await openClass({ students: ['ana', 'reader'] })
  const { hosted, folder } = room
  appendFileSync(join(folder, 'course/course.yaml'), 'runs-on: [self-hosted, gpu]\n')
  await hosted.createRepository(REPOSITORY_OF_ANA, ['ana', 'reader'])
  await room.push('ana', REPOSITORY_OF_ANA, 'work', { 'right.ts': NOSY })
  number = await hosted.openPull(REPOSITORY_OF_ANA, 'ana', { head: 'work' })
  const artifacts = openArtifacts(join(folder, 'artifacts'), () => runs.length + 1)
  const api = await serveArtifacts(artifacts, () => runs.length, hosted.api)
  const execute = (
    name: string,
    vars: Record<string, Json> = {},
    inputs: Record<string, Json> = {},
  ) =>
    runWorkflow(GRADE, {
      contexts: {
        github: { event_name: name, token: 'canary-of-the-job' },
        inputs,
        vars: { GRADUS_GRADING: 'on', ...vars },
        secrets: {
          GRADUS_TOKEN: hosted.token,
          GRADUS_FETCH_TOKEN: FETCH_TOKEN,
          GRADUS_SECRET: HIDDEN_SEED,
        },
      },
      environment: {
        PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
        HOME: join(folder, 'home'),
        GITHUB_API_URL: api.origin,
        GITHUB_SERVER_URL: hosted.server,
        GITHUB_REPOSITORY: 'school/grading',
        GITHUB_REF_NAME: 'main',
      },
      actions: {
        'actions/checkout': (_, workspace) => checkOut(workspace, join(folder, 'course')),
        'actions/upload-artifact': artifacts.upload,
        'actions/download-artifact': artifacts.download,
      },
      scratch: join(folder, `run-${runs.length + 1}`),
    })
  mkdirSync(join(folder, 'home'))
  runs.push(await execute('schedule'))
  runs.push(await execute('schedule'))
  runs.push(await execute('schedule', { GRADUS_GRADING: '' }))
  runs.push(await execute('repository_dispatch', { GRADUS_GRADING: '' }))
  runs.push(await execute('workflow_dispatch', { GRADUS_GRADING: '' }, { regrade: true }))
  api.close()
}, 600_000)
afterAll(() => room?.close(), 120_000)

describe('grade.yml with one pull request to grade', () => {
  test('plans, grades and reports', () => {
    expect(runs[0]?.map(({ id, result }) => [id, result])).toEqual([
      ['plan', 'success'],
      ['grade', 'success'],
      ['report', 'success'],
    ])
  })

  test('leaves one comment with the points', async () => {
    const [comment, ...others] = await comments()
    expect(others).toEqual([])
    expect(comment).toContain('/ 100 points - Outcomes')
  })

  test('gives the part that runs student code a token to read, and no other', () => {
    const environments = steps('grade').map(({ environment }) => environment)
    const tokens = environments.flatMap((environment) =>
      Object.entries(environment).filter(([name]) => /TOKEN|KEY|SECRET/.test(name)),
    )
    expect(tokens).toEqual([
      ['GRADUS_TOKEN', FETCH_TOKEN],
      ['GRADUS_SECRET', HIDDEN_SEED],
    ])
    expect(JSON.stringify(environments)).not.toContain(room.hosted.token)
    expect(runs[0]?.map(({ id, permissions }) => [id, permissions])).toEqual([
      ['plan', { actions: 'read', contents: 'read' }],
      ['grade', { contents: 'read' }],
      ['report', { contents: 'read' }],
    ])
  })

  test('the submission did look at its environment, at /proc, and at the outputs', async () => {
    const [comment = ''] = await comments()
    const [found] = /LOOKED-environment.*/.exec(comment) ?? []
    expect(found).toContain('LOOKED-environment {"HOME":"/nonexistent"')
    expect(found).toContain('LOOKED-proc HOME=/nonexistent')
    expect(found).toContain('LOOKED-output Error: EROFS: read-only file system')
  })

  test('no secret is in what it wrote, in the logs or in the artifacts', async () => {
    const everything = [
      ...(await comments()),
      ...steps('grade').map(({ log }) => log),
      ...readdirSync(join(room.folder, 'artifacts'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
    ].join('\n')
    expect(everything).toContain('LOOKED-environment')
    for (const secret of [room.hosted.token, FETCH_TOKEN, HIDDEN_SEED, 'canary-of-the-job']) {
      expect(everything).not.toContain(secret)
    }
  })

  test('the machine obeys no line that it printed', () => {
    expect(runs[0]?.flatMap((job) => job.steps.flatMap(({ commands }) => commands))).toEqual([])
    const graded = steps('grade').find(({ name }) => name === 'Grade')
    expect(graded?.log).toMatch(/^::stop-commands::[0-9a-f]{32}$/m)
    expect(graded?.outputs).toEqual({})
  })
})

test('where everything is graded, no machine is asked for, and nothing is written', async () => {
  expect(runs[1]?.map(({ id, result }) => [id, result])).toEqual([
    ['plan', 'success'],
    ['grade', 'skipped'],
    ['report', 'skipped'],
  ])
  expect(await comments()).toHaveLength(1)
})

test('a run goes on with the records of the run before', () => {
  const found = runs.map(
    ([plan]) => plan?.steps.find(({ name }) => name.startsWith('Find'))?.outputs,
  )
  expect(found.slice(0, 2)).toEqual([{ run: '' }, { run: '1' }])
})

test('the machine is the one that course.yaml names', () => {
  expect(runs[0]?.find(({ id }) => id === 'grade')?.runsOn).toEqual(['self-hosted', 'gpu'])
})

test('the clock starts nothing where no instructor turned it on', () => {
  expect(runs[2]?.map(({ result }) => result)).toEqual(['skipped', 'skipped', 'skipped'])
})

test('whoever asks for it is answered without the clock, and may have all graded again', async () => {
  const results = (run: number) => runs[run]?.map(({ result }) => result)
  expect(results(3)).toEqual(['success', 'skipped', 'skipped'])
  expect(results(4)).toEqual(['success', 'success', 'success'])
  const summary = runs[4]?.flatMap((job) => job.steps.map(({ log }) => log)).join('\n')
  expect(summary).toContain('1 results in results')
  expect(await comments()).toHaveLength(1)
})

async function comments(): Promise<string[]> {
  const path = `/repos/${REPOSITORY_OF_ANA}/issues/${number}/comments`
  const list = await room.hosted.ask('admin', 'GET', path)
  return Array.isArray(list) ? list.map((each: unknown) => decoded(field(each, 'body'))) : []
}

/** As its reader sees it: text of students is written there by the numbers of its characters. */
function decoded(body: unknown): string {
  return String(body).replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

function steps(id: string) {
  return runs[0]?.filter((job) => job.id === id).flatMap((job) => job.steps) ?? []
}
