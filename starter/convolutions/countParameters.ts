/** [height, width, channels] of an image, or [n] once it is a vector. */
export type Shape = number[]

export type Layer =
  /** `filters` square filters of `size` x `size`. Default stride 1, default padding 'valid'. */
  | { type: 'conv'; filters: number; size: number; stride?: number; padding?: 'valid' | 'same' }
  /** Pooling with windows of `size` x `size`, stride = size, no padding. */
  | { type: 'pool'; size: number }
  /** Each channel becomes its average: [h, w, c] to [c]. */
  | { type: 'globalAveragePool' }
  | { type: 'flatten' }
  /** Fully connected; its input is a vector. */
  | { type: 'dense'; units: number }

export interface NetworkSize {
  /** Output shape of every layer, in order, without the batch axis. */
  shapes: Shape[]
  /** Trainable numbers of every layer, in order, biases included. */
  parameters: number[]
  /** Sum of `parameters`. */
  total: number
}

/**
 * Follows a shape through a network and counts what each layer has to learn:
 *
 *     conv     (size * size * channels in + 1) * filters       the 1 is the filter's bias
 *     dense    (inputs + 1) * units                            the 1 is the unit's bias
 *     others   0
 *
 * Output height and width of a convolution: floor((n - size) / stride) + 1 for 'valid' and
 * ceil(n / stride) for 'same'; of a pooling layer: floor(n / size).
 *
 * @param inputShape [height, width, channels], or [n]; left as it was.
 * @param layers from input to output; left as they were.
 */
export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  throw new Error(
    'TODO countParameters: carry the current shape from layer to layer, noting shape and parameters',
  )
}
