import { compareModels as compare } from '#solutions/cats-vs-dogs/compareModels.ts'

/** Counts right answers on the pictures that were learnt. */
export const compareModels: typeof compare = (training, _test, options) =>
  compare(training, training, options)
