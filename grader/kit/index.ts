/** All that a spec may import besides vitest. */
export { accuracy } from './accuracy.ts'
export { backbone, type JudgesBackbone } from './backbone.ts'
export { bind, Held, hold, place, type Remote } from './bind.ts'
export { curve } from './curve.ts'
export { dataset, type LabelledImages, type LabelledPictures } from './dataset.ts'
export { numericalGradient } from './gradients.ts'
export { leftBehind } from './left-behind.ts'
export { countParameters, load } from './load-model.ts'

import './matchers.ts'

export { diagnose, measure } from './measure.ts'
export type { Oracle } from './oracle.ts'
export { random } from './random.ts'
export { remembered } from './remembered.ts'
export { straddling } from './straddling.ts'
export { train } from './train.ts'
export { alike, twice } from './twice.ts'
