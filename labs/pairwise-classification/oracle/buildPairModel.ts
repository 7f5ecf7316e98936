import type { Oracle } from '#kit'
import { buildPairModel } from '#solutions/pairwise-classification/buildPairModel.ts'
import { ask, dense, type Example, example, relu, sums, tolerance } from './network.ts'

/** The network in double precision, unit by unit, with the number of parameters in closed form. */
export const oracle: Oracle<Example> = {
  arbitrary: example,
  tolerance,
  solution: async (data) => {
    const model = buildPairModel(data.a.length)
    const parameters = model.countParams()
    return { parameters, probability: await ask(model, layersOf(data), data) }
  },
  expected: (data) => {
    const { layer1_img0, layer1_img1, layer2_common, output } = layersOf(data)
    const code = [...relu(sums(layer1_img0, data.a)), ...relu(sums(layer1_img1, data.b))]
    const [sum = 0] = sums(output, relu(sums(layer2_common, code)))
    return {
      parameters: 200 * data.a.length + 20_401,
      probability: 1 / (1 + Math.exp(-sum)),
    }
  },
}

function layersOf({ a, frequency }: Example) {
  return {
    layer1_img0: dense(a.length, 100, 0, frequency),
    layer1_img1: dense(a.length, 100, 1, frequency),
    layer2_common: dense(200, 100, 2, frequency),
    output: dense(100, 1, 3, frequency),
  }
}
