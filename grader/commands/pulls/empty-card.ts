import type { PlannedPull } from '../../model/pulls.ts'
import type { Scorecard } from '../../model/scorecard.ts'

/** A scorecard of nothing, for a commit that could not be graded. */
export function emptyCard({ lab, commit }: PlannedPull): Scorecard {
  return {
    schema: 'gradus/scorecard/v1',
    lab,
    submission: '',
    points: 0,
    maxPoints: 0,
    tasks: [],
    provenance: { ...NOWHERE, commit },
  }
}

const NOWHERE: Scorecard['provenance'] = {
  labVersion: 0,
  labHash: '',
  submissionHash: '',
  commit: null,
  dataset: null,
  datasetHash: null,
  backbone: null,
  backboneHash: null,
  split: 'feedback',
  backend: '',
  backendVersion: '',
  device: '',
  backendReason: '',
  rung: 'import',
  seeds: [],
  keyId: '',
  graderVersion: '',
  nodeVersion: '',
  startedAt: '',
  seconds: 0,
}
