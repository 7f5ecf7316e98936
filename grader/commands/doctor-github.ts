import { labIds } from '../catalog/index.ts'
import { readCourse, repositoryOf } from '../course/index.ts'
import type { Finding } from '../doctor/finding.ts'
import { githubFindings } from '../doctor/github.ts'
import { examineRights, firstOpen } from '../platform/github/index.ts'
import { accessFrom } from './pulls/connection.ts'
import type { World } from './world.ts'

/** Those of the first students, in every lab: repositories are made lab by lab. */
const MOST_LOOKED_FOR = 50

/** `gradus doctor --github`: what we may do in the course's repositories, and who can allow the rest. */
export async function githubDoctor(root: string, world: World): Promise<Finding[]> {
  const { course, students } = await readCourse(root, await labIds(root))
  const repositories = new Set(
    students.flatMap((student) => course.labs.map(({ id }) => repositoryOf(course, student, id))),
  )
  const [first = `${course.organization}/${course.labs[0]?.id ?? ''}`] = repositories
  const access = accessFrom(world.env)
  const there = await firstOpen(access, [...repositories].slice(0, MOST_LOOKED_FOR))
  const { who, rights } = await examineRights(access, there ?? first)
  return githubFindings(
    { who, rights: there === null ? null : rights },
    {
      repositories: repositories.size,
      pullRequests: students.length,
      isHosted: !course.runsOn.includes('self-hosted'),
    },
  )
}
