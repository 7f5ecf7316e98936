import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'
// solution
import { statistics } from './statistics.ts'
// end solution

/**
 * Watches the kernel of one layer while a model trains. At the end of every epoch it appends
 *
 *     mean = sum of w / n                       to `meanPerEpoch`
 *     std  = sqrt(sum of (w - mean)^2 / n)      to `stdPerEpoch`
 *
 * over all n entries w of the layer's kernel as it is then. The bias has no part in it. The division is
 * by n (population), not by n - 1 (sample).
 */
export class LayerWeightsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  // solution
  readonly #layer: tf.layers.Layer
  // end solution

  /** @param layerName name of a layer of `model` that has a kernel: dense or convolutional. */
  constructor(model: tf.LayersModel, layerName: string) {
    super()
    // solution: keep what you need to find the layer again
    this.#layer = model.getLayer(layerName)
    // end solution
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    // solution: two numbers from the kernel of the layer
    const [kernel] = this.#layer.getWeights()
    if (kernel === undefined) throw new RangeError(`layer ${this.#layer.name} has no kernel`)
    const { mean, std } = await statistics(kernel)
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(std)
    // end solution
  }
}
