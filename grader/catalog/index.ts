export { staleFiles, writeGenerated } from './generated-file.ts'
export { newLab } from './new-lab.ts'
export { readLab, readLabs } from './read-lab.ts'
export { labPlan, type Recorder, syncPlan } from './sync.ts'
