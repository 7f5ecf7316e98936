import { describe, expect, test } from 'vitest'
import { staleFiles, writeGenerated } from './generated-file.ts'
import { newLab } from './new-lab.ts'
import { readLab } from './read-lab.ts'
import { syncPlan } from './sync.ts'
import { copyCourse, issuesOf } from './testing.ts'

describe('newLab', () => {
  test('plans a lab that has no issues and whose starter can be made', async () => {
    const root = await copyCourse()
    await writeGenerated(root, await newLab(root, 'recurrent-networks'))
    const lab = await readLab(root, 'recurrent-networks')
    expect(lab.title.en).toBe('Recurrent networks')
    expect(lab.tasks.map(({ id, points }) => [id, points])).toEqual([['softmax', 100]])
    const stale = await staleFiles(root, await syncPlan(root, null))
    expect(stale.map(({ path }) => path)).toContain('starter/recurrent-networks/softmax.ts')
  })

  test('leaves no placeholder', async () => {
    const files = await newLab(await copyCourse(), 'a1')
    expect(files.filter(({ path, content }) => /__/.test(path + content))).toEqual([])
  })

  test('refuses an id that is taken', async () => {
    const root = await copyCourse()
    expect(await issuesOf(root, newLab(root, 'tiny'))).toEqual([
      'labs/tiny is there already. Choose another id, or remove the folder first.',
    ])
  })

  test.each([
    ['MyLab', 'Try "my-lab".'],
    ['Redes neuronales ñandú', 'Try "redes-neuronales-nandu".'],
    ['../escape', 'Try "escape".'],
    ['a--b', 'Try "a-b".'],
    ['', 'Try a name such as "recurrent-networks".'],
    ['x'.repeat(61), 'Try a name such as "recurrent-networks".'],
  ])('refuses %j', async (id, next) => {
    const root = await copyCourse()
    const [line] = await issuesOf(root, newLab(root, id))
    expect(line).toContain(
      'cannot be the id of a lab: it takes small letters, digits and single hyphens.',
    )
    expect(line).toContain(next)
  })
})
