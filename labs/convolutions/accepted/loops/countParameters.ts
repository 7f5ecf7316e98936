export type Shape = number[]

export type Layer =
  | { type: 'conv'; filters: number; size: number; stride?: number; padding?: 'valid' | 'same' }
  | { type: 'pool'; size: number }
  | { type: 'globalAveragePool' }
  | { type: 'flatten' }
  | { type: 'dense'; units: number }

export interface NetworkSize {
  shapes: Shape[]
  parameters: number[]
  total: number
}

export function countParameters(inputShape: Shape, layers: Layer[]): NetworkSize {
  const shapes: Shape[] = []
  const parameters: number[] = []
  let total = 0
  let [h = 1, w = 1, c = 1] = inputShape
  if (inputShape.length === 1) [c = 1, h, w] = [inputShape[0], 1, 1]

  for (const layer of layers) {
    let count = 0
    if (layer.type === 'conv') {
      const stride = layer.stride ?? 1
      count = layer.size ** 2 * c * layer.filters + layer.filters
      // A window starts at 0, stride, 2 * stride, ... as long as it fits ('valid') or starts inside ('same').
      const last = layer.padding === 'same' ? 1 : layer.size
      h = Math.floor((h - last) / stride) + 1
      w = Math.floor((w - last) / stride) + 1
      c = layer.filters
      shapes.push([h, w, c])
    } else if (layer.type === 'pool') {
      h = Math.floor(h / layer.size)
      w = Math.floor(w / layer.size)
      shapes.push([h, w, c])
    } else {
      if (layer.type === 'flatten') c = h * w * c
      if (layer.type === 'dense') {
        count = c * layer.units + layer.units
        c = layer.units
      }
      h = 1
      w = 1
      shapes.push([c])
    }
    parameters.push(count)
    total += count
  }
  return { shapes, parameters, total }
}
