import type { Backbone } from './backbone.ts'
import type { Lab, Language } from './lab.ts'

/** `.gradus/lab.json` in a student's repository: all that its checks need to know. */
export interface ExportedLab {
  readonly schema: 'gradus/exported-lab/v1'
  /** Without misconceptions; the hidden checks of a task are one, which holds their points. */
  readonly lab: Lab
  /** The lab's pretrained network, its paths relative to `.gradus`; null for a lab without one. */
  readonly backbone: Backbone | null
  /** Of the reports. */
  readonly language: Language
  readonly graderVersion: string
  /** Of TensorFlow.js. */
  readonly backendVersion: string
}

/** Files are made and read by the same version, so that only another kind of file must be told. */
export function isExportedLab(value: unknown): value is ExportedLab {
  if (typeof value !== 'object' || value === null) return false
  return 'schema' in value && value.schema === 'gradus/exported-lab/v1'
}
