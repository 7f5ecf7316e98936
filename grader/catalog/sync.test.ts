import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readIfPresent, staleFiles, writeGenerated } from './generated-file.ts'
import { syncPlan } from './sync.ts'
import { change, copyCourse, issuesOf } from './testing.ts'

describe('syncPlan', () => {
  test('makes starters, the schema and recordings; written once, nothing is stale', async () => {
    const root = await copyCourse()
    const record = async () => '{}\n'
    const plan = await syncPlan(root, record)
    expect(plan.map(({ path }) => path)).toEqual([
      'labs/lab.schema.json',
      'labs/course.schema.json',
      'starter/tiny/double.ts',
      'starter/tiny/train.ts',
      'labs/tiny/public/expected.json',
    ])
    expect(await staleFiles(root, plan)).toEqual(plan)
    await writeGenerated(root, plan)
    expect(await staleFiles(root, await syncPlan(root, record))).toEqual([])
    expect(await readdir(join(root, 'starter/tiny'))).toEqual(['double.ts', 'train.ts'])
  })

  test('writes nothing by itself, and leaves recordings alone without a recorder', async () => {
    const root = await copyCourse()
    const plan = await syncPlan(root, null)
    expect(plan.map(({ path }) => path)).not.toContain('labs/tiny/public/expected.json')
    expect(await readdir(root)).toEqual(['labs', 'solutions'])
  })

  test('finds a starter that was edited and one whose solution is gone', async () => {
    const root = await copyCourse()
    await writeGenerated(root, await syncPlan(root, null))
    await change(root, 'starter/tiny/double.ts', (text) => `${text}// mine\n`)
    await change(root, 'starter/tiny/old.ts', 'export const old = 1\n')
    const stale = await staleFiles(root, await syncPlan(root, null))
    expect(stale.map(({ path, content }) => [path, content === null])).toEqual([
      ['starter/tiny/double.ts', false],
      ['starter/tiny/old.ts', true],
    ])
    await writeGenerated(root, stale)
    expect(await readIfPresent(join(root, 'starter/tiny/old.ts'))).toBe(null)
  })

  test('refuses to hand out a task with its solution', async () => {
    const root = await copyCourse()
    await change(root, 'solutions/tiny/double.ts', 'export const double = (x: number) => x + x\n')
    expect(await issuesOf(root, syncPlan(root, null))).toEqual([
      'solutions/tiny/double.ts:1:14 "double" would be handed out with its solution. Put its body between "// solution" and "// end solution".',
    ])
  })

  test('copies other files of a solution, and hands out no helper that is all solution', async () => {
    const root = await copyCourse()
    await change(root, 'solutions/tiny/words.json', '["a"]\n')
    await change(
      root,
      'solutions/tiny/helper.ts',
      '// solution\nexport const h = 1\n// end solution\n',
    )
    const plan = await syncPlan(root, null)
    expect(plan).toContainEqual({ path: 'starter/tiny/words.json', content: '["a"]\n' })
    expect(plan).toContainEqual({ path: 'starter/tiny/helper.ts', content: null })
  })

  test('puts the table of labs between the markers of a README', async () => {
    const root = await copyCourse()
    await change(root, 'README.md', '# Course\n<!-- labs -->\nold\n<!-- end labs -->\nend\n')
    const plan = await syncPlan(root, null)
    expect(plan.find(({ path }) => path === 'README.md')?.content).toBe(`# Course
<!-- labs -->
| Lab | Tasks | Points |
| --- | --- | --- |
| [Tiny](labs/tiny/handout.en.md) | \`double\` (60), \`train-line\` (40) | 100 |
<!-- end labs -->
end
`)
  })

  test('says where a README has one marker without the other', async () => {
    const root = await copyCourse()
    await change(root, 'README.md', '# Course\n<!-- labs -->\n')
    expect(await issuesOf(root, syncPlan(root, null))).toEqual([
      'README.md:2:1 has "<!-- labs -->" without "<!-- end labs -->". Write both, the table goes between.',
    ])
  })
})
