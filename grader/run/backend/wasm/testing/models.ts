import * as tf from '@tensorflow/tfjs'
import { expect } from 'vitest'
import { expectClose, floats, footprint, type Numbers, toTensor, uniform } from './gradients.ts'

/** A model with the loss that it is trained for; built again on each backend. */
export interface Trainable {
  readonly build: () => tf.LayersModel
  readonly inputs: readonly Numbers[]
  /** Terms whose sum is the loss: summed in double precision for the differences. */
  readonly loss: (output: tf.Tensor) => tf.Tensor
}

export interface Agreement {
  /** Step of the central differences. */
  readonly step?: number
}

/**
 * Asserts that on wasm the gradients of the loss with respect to all trainable weights are those of
 * central differences (to 1e-3 of the largest element) and the cpu backend's (to 1e-5), and that
 * computing them leaves nothing behind.
 */
export async function expectModelGradients(
  trainable: Trainable,
  { step = 1e-2 }: Agreement = {},
): Promise<void> {
  await tf.setBackend('wasm')
  const before = footprint()
  const model = start(trainable)
  const wasm = gradientsOf(model, trainable)
  expectDifferences(model, trainable, wasm, step)
  disposeAll(model)
  expect(footprint(), 'tensors and data left behind').toEqual(before)
  await tf.setBackend('cpu')
  const reference = start(trainable)
  const cpu = gradientsOf(reference, trainable)
  disposeAll(reference)
  await tf.setBackend('wasm')
  for (const [index, gradient] of wasm.entries()) {
    expectClose(gradient, cpu[index] ?? new Float32Array(), 1e-5, `gradient of weight ${index}`)
  }
}

/** The model with weights that are the same on every backend. */
function start({ build }: Trainable): tf.LayersModel {
  const model = build()
  tf.tidy(() =>
    model.setWeights(model.getWeights().map(({ shape }, index) => toTensor(uniform(shape, index)))),
  )
  return model
}

function gradientsOf(model: tf.LayersModel, trainable: Trainable): Float32Array[] {
  const variables = weightsOf(model)
  const { value, grads } = tf.variableGrads(
    () => tf.addN(termsOf(model, trainable).map((term) => term.sum())).asScalar(),
    variables,
  )
  const result = variables.map(({ name }) => floats(grads[name] ?? tf.zeros([0])))
  tf.dispose([value, grads])
  return result
}

function termsOf(model: tf.LayersModel, { inputs, loss }: Trainable): tf.Tensor[] {
  return tf.tidy(() => {
    const output = model.apply(inputs.map(toTensor), { training: true })
    if (!(output instanceof tf.Tensor)) throw new TypeError('the model has several outputs')
    // A model's regularisers are added by `fit` only; a course's own training loop adds them too.
    const penalties = model.layers.flatMap(({ losses }) => losses).map((penalty) => penalty())
    return [loss(output), ...penalties]
  })
}

/** A layer that was applied twice outlives the model's own `dispose`. */
function disposeAll(model: tf.LayersModel): void {
  const variables = weightsOf(model)
  model.dispose()
  for (const variable of variables) if (!variable.isDisposed) variable.dispose()
}

/** Up to 8 elements of each weight, evenly spread. */
function expectDifferences(
  model: tf.LayersModel,
  trainable: Trainable,
  gradients: readonly Float32Array[],
  step: number,
): void {
  const at = (variable: tf.Variable, values: Float32Array) => {
    const moved = tf.tensor(values, variable.shape)
    variable.assign(moved)
    const terms = termsOf(model, trainable)
    const loss = terms.flatMap((term) => [...floats(term)]).reduce((sum, term) => sum + term, 0)
    tf.dispose([moved, ...terms])
    return loss
  }
  for (const [index, variable] of weightsOf(model).entries()) {
    const gradient = gradients[index] ?? new Float32Array()
    const values = floats(variable)
    const scale = Math.max(...gradient.map(Math.abs), 1e-2)
    const stride = Math.max(1, Math.floor(values.length / 8))
    for (let element = 0; element < values.length; element += stride) {
      const center = values[element] ?? 0
      const slope =
        (at(variable, values.with(element, center + step)) -
          at(variable, values.with(element, center - step))) /
        (2 * step)
      const miss = Math.abs(slope - (gradient[element] ?? Number.NaN)) / scale
      const where = `${variable.name}, element ${element}: ${gradient[element]} is not ${slope}`
      expect(miss, where).toBeLessThan(1e-3)
    }
    at(variable, values)
  }
}

function weightsOf(model: tf.LayersModel): tf.Variable[] {
  return model.trainableWeights.map((weight) => {
    const value = weight.read()
    if (value instanceof tf.Variable) return value
    throw new TypeError(`${weight.name} is not a variable`)
  })
}
