export { type GeneratedFile, staleFiles, writeGenerated } from './generated-file.ts'
export { labIds, readLab, readLabs } from './read-lab.ts'
export { type Recorder, syncPlan } from './sync.ts'
