/** All that a spec may import besides vitest. */
export { bind, Held, hold, place, type Remote } from './bind.ts'
export { numericalGradient } from './gradients.ts'
export { load } from './load-model.ts'

import './matchers.ts'

export { diagnose, measure } from './measure.ts'
export type { Oracle } from './oracle.ts'
export { random } from './random.ts'
export { straddling } from './straddling.ts'
export { alike, twice } from './twice.ts'
