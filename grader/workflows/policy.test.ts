import { expect, test } from 'vitest'
import { violations } from './policy.ts'

const SHA = '0123456789abcdef0123456789abcdef01234567'

const GOOD = `name: Good
on: [push, pull_request]
permissions: {}
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@${SHA} # v7.0.1
        with:
          persist-credentials: false
      - run: ./setup
      - run: npm test -- \${{ github.run_id }}
        env:
          GRADUS_SECRET: \${{ secrets.GRADUS_SECRET }}
`

test('a workflow that keeps to the policy is not refused', () => {
  expect(violations(GOOD)).toEqual([])
})

const planted: [what: string, from: string, to: string, violation: string][] = [
  [
    'a trigger',
    '[push, pull_request]',
    '[push, pull_request_target]',
    'runs on pull_request_target',
  ],
  [
    'a trigger',
    '[push, pull_request]',
    '{ workflow_run: { workflows: [x] } }',
    'runs on workflow_run',
  ],
  ['a trigger', '[push, pull_request]', 'issue_comment', 'runs on issue_comment'],
  ['permissions for all', 'permissions: {}', 'permissions: write-all', 'are not {}'],
  ['permissions for all', 'permissions: {}', 'permissions: { contents: read }', 'are not {}'],
  ['no permissions', 'permissions: {}\n', '', 'are not {}'],
  ['a job without permissions', '    permissions:\n      contents: read\n', '', 'does not list'],
  ['a write permission', 'contents: read', 'contents: write', 'has contents: write'],
  ['a tag for a commit', `@${SHA} # v7.0.1`, '@v7', 'is not pinned'],
  ['a short commit', `@${SHA}`, `@${SHA.slice(0, 7)}`, 'is not pinned'],
  ['a commit without a version', ' # v7.0.1', '', 'no version stands behind'],
  ['a version that moves', ' # v7.0.1', ' # v7', 'no version stands behind'],
  ['a local action', `actions/checkout@${SHA} # v7.0.1`, './.github/act', 'is not pinned'],
  [
    'kept credentials',
    'persist-credentials: false',
    'persist-credentials: true',
    'leaves its token',
  ],
  ['kept credentials', 'persist-credentials: false', 'fetch-depth: 0', 'leaves its token'],
  ['a title in a script', 'github.run_id', 'github.event.pull_request.title', 'a script holds'],
  ['a branch in a script', 'github.run_id', 'github.head_ref', 'a script holds'],
  ['an output in a script', 'github.run_id', 'needs.plan.outputs.shards', 'a script holds'],
  ['a secret in a script', 'github.run_id', 'secrets.GRADUS_SECRET', 'a script holds'],
  ['text beside a number', 'github.run_id', "format('{0}', github.head_ref)", 'a script holds'],
  ['no time limit', '    timeout-minutes: 5\n', '', 'no timeout-minutes'],
  ['a cache beside a secret', 'actions/checkout', 'actions/cache', 'keeps a cache'],
  ['a cache beside a secret', 'actions/checkout', 'actions/setup-node', 'keeps a cache'],
  ['a cache beside a secret', 'persist-credentials: false', 'cache: npm', 'keeps a cache'],
  ['all secrets', 'secrets.GRADUS_SECRET', 'toJSON(secrets)', 'without its name'],
  ['a computed secret', 'secrets.GRADUS_SECRET', 'secrets[github.actor]', 'without its name'],
  [
    'a secret for a job',
    '    steps:',
    `    env: { A: "\${{ secrets.A }}" }\n    steps:`,
    'every step',
  ],
  ['a secret for all', 'jobs:', `env: { A: "\${{ secrets.A }}" }\njobs:`, 'every step'],
]

test.each(planted)('%s is found: %j became %j', (_, from, to, violation) => {
  expect(GOOD).toContain(from)
  expect(violations(GOOD.replace(from, to)).join('\n')).toContain(violation)
})
