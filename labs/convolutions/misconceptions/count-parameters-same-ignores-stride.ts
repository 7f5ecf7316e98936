import {
  type Layer,
  type NetworkSize,
  countParameters as right,
  type Shape,
} from '#solutions/convolutions/countParameters.ts'

/** With 'same' the size stays as it was, whatever the stride. */
export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  return right(
    inputShape,
    layers.map((layer) =>
      layer.type === 'conv' && layer.padding === 'same' ? { ...layer, stride: 1 } : layer,
    ),
  )
}
