import * as tf from '@tensorflow/tfjs'

/** What a model shows of itself: the shapes of its weights and the activations of its layers. */
export function portrait(model: tf.LayersModel) {
  const view = {
    shapes: model.getWeights().map(({ shape }) => shape),
    total: model.countParams(),
    activations: model.layers.map((layer) => String(layer.getConfig()['activation'])),
  }
  model.dispose()
  return view
}

/** The same from the table of the handout, by arithmetic. */
export function expectedPortrait(
  inputDim: number,
  classes: number,
  hidden: readonly number[] = [128, 64, 32, 16],
) {
  const sizes = [inputDim, ...hidden, classes]
  const pairs = sizes.slice(1).map((units, i) => [sizes[i] ?? 0, units] as const)
  return {
    shapes: pairs.flatMap(([inputs, units]) => [[inputs, units], [units]]),
    total: pairs.reduce((sum, [inputs, units]) => sum + (inputs + 1) * units, 0),
    activations: [...hidden.map(() => 'relu'), 'softmax'],
  }
}

/** Quarters between -2 and 2, of a shape: products and sums of them are exact in float32. */
export function quarters(shape: number[], seed: number): tf.Tensor {
  const size = shape.reduce((product, length) => product * length, 1)
  const values = Array.from({ length: size }, (_, i) => (((i * 7 + seed) % 17) - 8) / 4)
  return tf.tensor(values, shape)
}
