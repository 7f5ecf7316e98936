import type { Course, Student } from '../model/course.ts'

/** `owner/name` of the repository in which a student works on a lab. */
export function repositoryOf(course: Course, student: Student, lab: string): string {
  const values: Readonly<Record<string, string>> = {
    lab,
    login: student.login,
    id: student.id,
    team: student.team ?? student.login,
  }
  const name = student.repository.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all)
  return name.includes('/') ? name : `${course.organization}/${name}`
}
