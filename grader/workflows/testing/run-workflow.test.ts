import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Json } from './expressions.ts'
import { runWorkflow } from './run-workflow.ts'

const PLAN = `
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs: { shards: "\${{ steps.list.outputs.shards }}" }
    steps:
      - id: list
        run: echo "shards=$SHARDS" >>"$GITHUB_OUTPUT"
        env: { SHARDS: "\${{ vars.SHARDS }}" }
  grade:
    needs: plan
    if: needs.plan.outputs.shards != '[]'
    strategy: { matrix: { shard: "\${{ fromJSON(needs.plan.outputs.shards) }}" } }
    runs-on: ubuntu-latest
    steps:
      - run: exit "$SHARD"
        env: { SHARD: "\${{ matrix.shard }}" }
      - run: "true"
  report:
    needs: [plan, grade]
    if: \${{ !cancelled() && needs.plan.result == 'success' && needs.plan.outputs.shards != '[]' }}
    runs-on: ubuntu-latest
    steps: [{ run: "true" }]
`

function run(text: string, vars: Record<string, Json> = {}, secrets: Record<string, Json> = {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'gradus-workflow-'))
  onTestFinished(() => rmSync(scratch, { recursive: true }))
  const contexts = { github: { event_name: 'schedule' }, inputs: {}, vars, secrets }
  const environment = { PATH: process.env['PATH'] ?? '' }
  const play = (inputs: Readonly<Record<string, string>>, workspace: string) => {
    mkdirSync(join(workspace, 'made'))
    writeFileSync(join(workspace, 'made/text'), inputs['text'] ?? '')
  }
  return runWorkflow(text, { contexts, environment, actions: { 'school/make': play }, scratch })
}

const results = (runs: Awaited<ReturnType<typeof run>>) =>
  runs.map(({ id, result }) => [id, result])

test('outputs of one job are the matrix of the next, and a failed part stops neither', async () => {
  expect(results(await run(PLAN, { SHARDS: '[0,1]' }))).toEqual([
    ['plan', 'success'],
    ['grade', 'success'],
    ['grade', 'failure'],
    ['report', 'success'],
  ])
})

test('a condition that does not hold skips a job, and what needs its success', async () => {
  expect(results(await run(PLAN, { SHARDS: '[]' }))).toEqual([
    ['plan', 'success'],
    ['grade', 'skipped'],
    ['report', 'skipped'],
  ])
})

test('a failed step ends the success of its job and skips the steps after it', async () => {
  const [, grade] = await run(PLAN, { SHARDS: '[3]' })
  expect(grade?.steps.map(({ result }) => result)).toEqual(['failure', 'skipped'])
})

test('a failure in a pipe is a failure', async () => {
  const [job] = await run('jobs: { a: { steps: [{ run: "false | true" }] } }')
  expect(job?.result).toBe('failure')
})

test('a step has the environment that is written for it, and none of ours', async () => {
  process.env['GRADUS_OF_THE_TESTS'] = 'ours'
  onTestFinished(() => {
    delete process.env['GRADUS_OF_THE_TESTS']
  })
  const text = `jobs: { a: { steps: [{ run: env, env: { A: "\${{ secrets.A }}" } }, { run: env }] } }`
  const [job] = await run(text, {}, { A: 'canary' })
  expect(job?.steps[0]?.log).toContain('A=canary')
  expect(job?.steps[0]?.log).not.toContain('GRADUS_OF_THE_TESTS')
  expect(job?.steps[1]?.log).not.toContain('canary')
})

test('printed commands are named, except where the machine was told to obey none', async () => {
  const lines = [
    'echo ::error::one',
    'echo "  ##[add-mask]two"',
    'echo ::stop-commands::token; echo ::error::three; echo ::wrong::; echo ::error::four',
    'echo ::token::; echo "::set-output name=a::five"; echo text ::error::six',
  ]
  const script = lines.join('\n').replaceAll('\n', '\n          ')
  const text = `jobs:\n  a:\n    steps:\n      - run: |\n          ${script}\n`
  const [job] = await run(text)
  expect(job?.steps[0]?.commands).toEqual([
    '::error::one',
    '  ##[add-mask]two',
    '::set-output name=a::five',
  ])
})

test('an action is played with its inputs, in the folder of the job', async () => {
  const make = `{ uses: school/make@v1, with: { text: "\${{ vars.TEXT }}" } }`
  const steps = `[${make}, { run: cat made/text }]`
  const [job] = await run(`jobs: { a: { steps: ${steps} } }`, { TEXT: 'hello' })
  expect(job?.steps[1]?.log).toBe('hello')
})

test.each([
  ['jobs: { a: { steps: [{ uses: other/action@v1 }] } }', 'nobody plays'],
  ['jobs: { a: { container: node, steps: [] } }', '"container" is not executed'],
  ['jobs: { a: { steps: [{ run: x, shell: python }] } }', '"shell" is not executed'],
  ['jobs: { a: { strategy: { matrix: { b: [] } }, steps: [] } }', 'matrix whose b is empty'],
  ['jobs: { a: { needs: b, steps: [] } }', 'does not stand before'],
  ['jobs: { a: { steps: [{ run: "echo A=b >>$GITHUB_ENV" }] } }', 'changes the steps after it'],
  ['jobs: { a: { if: "nothing.is > 1", steps: [] } }', 'nothing'],
])('%s is refused, not executed in another way', async (text, why) => {
  await expect(run(text)).rejects.toThrow(why)
})
