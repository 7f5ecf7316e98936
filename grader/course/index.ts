export { dueOf, splitAt } from './due.ts'
export { newCourse } from './new-course.ts'
export { readCourse } from './read-course.ts'
export { repositoryOf } from './repository.ts'
