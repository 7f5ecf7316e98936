import * as tf from '@tensorflow/tfjs'
import { expect } from 'vitest'
import { type Held, load } from '#kit'

type RemoteModel = Parameters<typeof load>[0]

/** Weights in the order in which a model of two dense layers keeps them: We, be, Wd, bd. */
export type Weights = [tf.Tensor2D, tf.Tensor1D, tf.Tensor2D, tf.Tensor1D]

/** The judge's own copy of an autoencoder. */
export interface OpenedModel {
  readonly weights: Weights
  /** Images [m, n] to activations [m, c] and reconstructions [m, n]. */
  predict(images: tf.Tensor2D): { readonly code: tf.Tensor2D; readonly output: tf.Tensor2D }
}

/**
 * Loads an answer's `model` and makes sure that it is an autoencoder of three named layers. The check
 * ends as failed where it is none: what a spec does next would be no fault of the spec's.
 */
export async function openModel(
  model: RemoteModel,
  { pixels, units }: { readonly pixels: number; readonly units: number },
): Promise<OpenedModel> {
  expectModel(model)
  const judged = await load(model)
  expect(namesOf(judged), 'names of the layers').toEqual(['input', 'encoder', 'decoder'])
  const weights = judged.getWeights()
  expect(shapesOf(weights), 'shapes of the weights').toEqual([
    [pixels, units],
    [units],
    [units, pixels],
    [pixels],
  ])
  if (!areWeights(weights)) throw new TypeError('four tensors of these shapes are the weights')
  const both = tf.model({
    inputs: judged.inputs,
    outputs: [judged.getLayer('encoder').output, judged.outputs].flat(),
  })
  return {
    weights,
    predict(images) {
      const answers = both.predict(images)
      const [code, output] = Array.isArray(answers) ? answers : []
      if (code === undefined || output === undefined) {
        throw new TypeError('a model with two outputs gives two')
      }
      return { code: code.as2D(images.shape[0], units), output: output.as2D(...images.shape) }
    },
  }
}

/** What `buildSparseAutoencoder` answers with, as it is asked from here. */
export interface Parts {
  readonly model: RemoteModel
  readonly loss: (images: tf.Tensor2D | Held<tf.Tensor2D>) => Promise<unknown>
}

/** The two parts of an answer. The check ends as failed where one is missing. */
export function partsOf(answer: unknown): Parts {
  const has = (name: string) => typeof answer === 'object' && answer !== null && name in answer
  expect({ model: has('model'), loss: has('loss') }, 'parts of the answer').toEqual({
    model: true,
    loss: true,
  })
  if (!hasParts(answer)) throw new TypeError('an answer with a model and a loss has both')
  expectModel(answer.model)
  expect(answer.loss, '`loss` of the answer is a function').toBeInstanceOf(Function)
  return answer
}

function hasParts(answer: unknown): answer is Parts {
  return typeof answer === 'object' && answer !== null && 'model' in answer && 'loss' in answer
}

/** That an answer has a model at all, told in the student's terms. */
export function expectModel(model: RemoteModel): void {
  expect(model?.call, '`model` of the answer is a model').toBeInstanceOf(Function)
}

export function namesOf(model: tf.LayersModel): string[] {
  return model.layers.map(({ name }) => name)
}

export function shapesOf(weights: readonly tf.Tensor[]): number[][] {
  return weights.map(({ shape }) => shape)
}

function areWeights(weights: readonly tf.Tensor[]): weights is Weights {
  return weights.map(({ rank }) => rank).join() === '2,1,2,1'
}
