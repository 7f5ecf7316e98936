import type * as tf from '@tensorflow/tfjs'

/**
 * What an epoch measured, by name: `loss`, `val_loss`, `acc`, ... `model.fit` gives scalars (tensors!), a
 * test or a loop of your own may give plain numbers.
 */
export type EpochLogs = Readonly<Record<string, number | tf.Scalar>>
