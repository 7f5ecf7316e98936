import * as tf from '@tensorflow/tfjs'
import { type Augmentation, augment } from './augment.ts'
import type { Labelled } from './labelled.ts'

export interface TrainOptions {
  /** Most epochs; early stopping may end sooner. */
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  /** Epochs in a row without a lower validation loss after which training stops. */
  readonly patience: number
  /** How the training pictures are moved, anew in every epoch; absent: not at all. */
  readonly augmentation?: Augmentation
  /** A whole number from 1 on, for the augmentation. */
  readonly seed: number
}

/** A number for each epoch that was run. */
export interface History {
  /** Mean loss of the epoch's batches, as `fit` reports it. */
  loss: number[]
  accuracy: number[]
  /** On the validation pictures, after the epoch. */
  valLoss: number[]
  valAccuracy: number[]
}

export interface Training {
  /** The model that was given, with the weights it had at the end of `bestEpoch`. */
  model: tf.LayersModel
  /** Another model with the same weights, saved at the end of `bestEpoch`; it has a life of its own. */
  checkpoint: tf.LayersModel
  history: History
  /** The epoch with the lowest validation loss, from 0; of equal ones the first. */
  bestEpoch: number
  /** The epoch at whose end training was stopped; null when all epochs were run. */
  stoppedEpoch: number | null
}

/**
 * Trains a model with adam and binary cross-entropy, and keeps the best of its epochs.
 *
 * - Every epoch goes through all training pictures once, in a new order, each with its own label. With
 *   `augmentation` they are moved anew in every epoch.
 * - After every epoch the loss on the validation pictures is taken, as they are: they are neither moved nor
 *   learnt from.
 * - An epoch improves when its validation loss is lower than all before; equal is not lower. After
 *   `patience` epochs in a row that did not improve, training stops.
 *
 * @param model input [m, height, width, channels], output [m, 1]. Not yet compiled: that is done here.
 * @param training pictures to learn from. Neither changed nor disposed.
 * @param validation pictures to watch. Neither changed nor disposed.
 */
export async function train(
  model: tf.LayersModel,
  training: Labelled,
  validation: Labelled,
  options: TrainOptions,
): Promise<Training> {
  throw new Error('TODO train: one fit of one epoch at a time; keep the weights of the best')
}
