export type { Layer } from './launch.ts'
export { probeRungs, type RungProbe } from './rungs.ts'
export { type Runtime, runtimePaths } from './runtime/index.ts'
export { openSession, type Session, type SessionOptions } from './session.ts'
