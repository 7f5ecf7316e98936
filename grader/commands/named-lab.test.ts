import { describe, expect, test } from 'vitest'
import { namedLab } from './named-lab.ts'
import { COURSE } from './testing.ts'

const at = { root: COURSE, cwd: '/home/ana/outcomes' }

describe('the lab of a submission', () => {
  test.each([
    { folders: ['solutions/outcomes'] },
    { folders: ['solutions/outcomes/'] },
    { folders: ['.'] },
    { folders: ['../../ana/outcomes', '/srv/luis/outcomes'] },
  ])('is the one that $folders are named after', async ({ folders }) => {
    expect(await namedLab(folders, at)).toBe('outcomes')
  })

  test.each([
    { folders: ['src'] },
    { folders: ['outcomes', 'src'] },
    { folders: ['https://example.org/outcomes#main'] },
    { folders: ['..'] },
  ])('must be named for $folders', async ({ folders }) => {
    await expect(namedLab(folders, at)).rejects.toThrow(
      '--lab is missing, and what to grade is not named after a lab. Add one of: outcomes, trainings.',
    )
  })
})
