import {
  type Layer,
  type NetworkSize,
  countParameters as right,
  type Shape,
} from '#solutions/convolutions/countParameters.ts'

/** Notes the shape of each layer in the array of the caller. */
export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  const size = right(inputShape, layers)
  inputShape.splice(0, inputShape.length, ...(size.shapes.at(-1) ?? []))
  return size
}
