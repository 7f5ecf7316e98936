import type { Oracle } from '#kit'
import { buildSiameseModel } from '#solutions/pairwise-classification/buildSiameseModel.ts'
import { ask, dense, type Example, example, relu, sums, tolerance } from './network.ts'

/** The network in double precision, unit by unit, with the number of parameters in closed form. */
export const oracle: Oracle<Example> = {
  arbitrary: example,
  tolerance,
  solution: async (data) => {
    const model = buildSiameseModel(data.a.length)
    const parameters = model.countParams()
    return { parameters, probability: await ask(model, layersOf(data), data) }
  },
  expected: (data) => {
    const { layer1_shared, layer2_common, output } = layersOf(data)
    const second = relu(sums(layer1_shared, data.b))
    const difference = relu(sums(layer1_shared, data.a)).map((value, unit) =>
      Math.abs(value - (second[unit] ?? 0)),
    )
    const [sum = 0] = sums(output, relu(sums(layer2_common, difference)))
    return {
      parameters: 100 * data.a.length + 10_301,
      probability: 1 / (1 + Math.exp(-sum)),
    }
  },
}

function layersOf({ a, frequency }: Example) {
  return {
    layer1_shared: dense(a.length, 100, 0, frequency),
    layer2_common: dense(100, 100, 2, frequency),
    output: dense(100, 1, 3, frequency),
  }
}
