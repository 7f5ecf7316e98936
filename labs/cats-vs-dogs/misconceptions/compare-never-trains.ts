import { type Comparison, compareModels as compare } from '#solutions/cats-vs-dogs/compareModels.ts'

/** Compiles and tests, and forgets to train. */
export const compareModels: typeof compare = async (training, test, options): Promise<Comparison> =>
  compare(training, test, { ...options, learningRate: 0 })
