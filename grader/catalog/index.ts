export { labIds, readLab, readLabs } from './read-lab.ts'
