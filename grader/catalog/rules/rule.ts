import type { Issue } from '../../model/issue.ts'
import type { LabFiles } from '../lab-files.ts'

/** What the schema cannot say: looks at the whole lab and returns every issue it finds. */
export type Rule = (lab: LabFiles) => Issue[]
