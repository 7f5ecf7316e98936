import * as tf from '@tensorflow/tfjs'
import { expect } from 'vitest'
import { load } from '#kit'

/** One layer with weights, or one that stands for an activation alone. */
export interface LayerView {
  readonly layer: string
  /** Null where the layer has none. */
  readonly units: number | null
  readonly activation: string
}

/** Our own copy of a submission's model, from its topology and its weights. */
export async function inspect(model: Parameters<typeof load>[0]): Promise<tf.LayersModel> {
  const copy = await load(model)
  const finite = tf.tidy(() => copy.getWeights().map((weight) => weight.isFinite().all()))
  const answers = await Promise.all(finite.map((all) => all.data()))
  expect(
    answers.every(([all]) => all === 1),
    'every weight of the model is a finite number',
  ).toBe(true)
  return copy
}

/** The layers in order. A functional model's input layer computes nothing and is left out. */
export function layersOf({ layers }: tf.LayersModel): LayerView[] {
  return layers
    .filter((layer) => layer.getClassName() !== 'InputLayer')
    .map((layer) => {
      const { units, activation } = layer.getConfig()
      const name = layer.getClassName()
      return {
        layer: name,
        units: typeof units === 'number' ? units : null,
        activation: ALONE[name] ?? (typeof activation === 'string' ? activation : 'linear'),
      }
    })
}

/** Layers that are an activation and have no setting for it. */
const ALONE: Readonly<Record<string, string>> = { ReLU: 'relu', Softmax: 'softmax' }

/** The layers that this lab asks for. */
export function denseLayers(hidden: readonly number[], classes: number): LayerView[] {
  return [
    ...hidden.map((units) => ({ layer: 'Dense', units, activation: 'relu' })),
    { layer: 'Dense', units: classes, activation: 'softmax' },
  ]
}

/** What each dense layer's outputs pass through, whether it is an option or a layer of its own. */
export function activationsOf(views: readonly LayerView[]): string[] {
  const found: string[] = []
  for (const { units, activation } of views) {
    if (units !== null) found.push(activation)
    else if (found.at(-1) === 'linear') found[found.length - 1] = activation
  }
  return found
}

/** Parameters of the layers that have any. */
export function parametersOf({ layers }: tf.LayersModel): number[] {
  return layers.map((layer) => layer.countParams()).filter((count) => count > 0)
}
