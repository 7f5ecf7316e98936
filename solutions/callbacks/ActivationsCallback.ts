import * as tf from '@tensorflow/tfjs'
import type { EpochLogs } from './logs.ts'
// solution
import { statistics } from './statistics.ts'
// end solution

/**
 * Watches what one layer answers while a model trains. At the end of every epoch it appends the mean and
 * the population standard deviation of the layer's output for `X`, over all examples and all units, to
 * `meanPerEpoch` and `stdPerEpoch`. The output is what the layer hands on, after its activation.
 */
export class ActivationsCallback extends tf.Callback {
  readonly meanPerEpoch: number[] = []
  readonly stdPerEpoch: number[] = []
  // solution
  readonly #upToLayer: tf.LayersModel
  readonly #X: tf.Tensor
  // end solution

  /**
   * @param layerName name of a layer of `model`.
   * @param X [n, ...input shape]: the examples. They belong to the caller and are used in every epoch.
   */
  constructor(model: tf.LayersModel, layerName: string, X: tf.Tensor) {
    super()
    // solution: a way from the model's input to the output of that layer
    const { output } = model.getLayer(layerName)
    // It shares the layers, and so the weights, with the model that trains.
    this.#upToLayer = tf.model({ inputs: model.inputs, outputs: output })
    this.#X = X
    // end solution
  }

  override async onEpochEnd(_epoch: number, _logs?: EpochLogs): Promise<void> {
    // solution: two numbers from the output of the layer
    const output = this.#upToLayer.predict(this.#X)
    if (!(output instanceof tf.Tensor)) throw new TypeError('the layer has several outputs')
    const { mean, std } = await statistics(output)
    output.dispose()
    this.meanPerEpoch.push(mean)
    this.stdPerEpoch.push(std)
    // end solution
  }
}
