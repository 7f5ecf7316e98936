import { labIds } from '../catalog/index.ts'
import { readCourse, repositoryOf } from '../course/index.ts'
import type { Finding } from '../doctor/finding.ts'
import { githubFindings } from '../doctor/github.ts'
import { examineRights } from '../platform/github/index.ts'
import { accessFrom } from './pulls/connection.ts'
import type { World } from './world.ts'

/** `gradus doctor --github`: what we may do in the course's repositories, and who can allow the rest. */
export async function githubDoctor(root: string, world: World): Promise<Finding[]> {
  const { course, students } = await readCourse(root, await labIds(root))
  const repositories = new Set(
    students.flatMap((student) => course.labs.map(({ id }) => repositoryOf(course, student, id))),
  )
  const [first = `${course.organization}/${course.labs[0]?.id ?? ''}`] = repositories
  const rights = await examineRights(accessFrom(world.env), first)
  return githubFindings(rights, {
    repositories: repositories.size,
    pullRequests: students.length,
    isHosted: !course.runsOn.includes('self-hosted'),
  })
}
