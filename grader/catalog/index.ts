export { staleFiles, writeGenerated } from './generated-file.ts'
export { newLab } from './new-lab.ts'
export { labIds, readLab, readLabs } from './read-lab.ts'
export { labPlan, type Recorder, syncPlan } from './sync.ts'
