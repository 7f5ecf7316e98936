import type * as tf from '@tensorflow/tfjs'

/**
 * What an epoch measured, by name: `loss`, `val_loss`, `acc`, ... `model.fit` gives scalars (tensors!), a
 * test or a loop of your own may give plain numbers.
 */
export type EpochLogs = Readonly<Record<string, number | tf.Scalar>>

// solution
/** The number of a name in the logs, NaN when it is missing. The logs belong to `fit`: nothing is disposed. */
export async function monitored(logs: EpochLogs, name: string): Promise<number> {
  const value = logs[name]
  if (value === undefined) return Number.NaN
  if (typeof value === 'number') return value
  const [number = Number.NaN] = await value.data()
  return number
}
// end solution
