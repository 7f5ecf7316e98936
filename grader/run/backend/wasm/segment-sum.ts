import { number } from './attributes.ts'
import type { Kernel } from './kernel.ts'
import { input } from './kernel.ts'
import { sizeOf } from './tensorflow.ts'

/**
 * UnsortedSegmentSum, the gradient of a gather: row i of x [n, ...] is added to row segmentIds[i] of the
 * result [numSegments, ...]. Rows whose number is out of range are dropped, as on the cpu backend.
 */
export const unsortedSegmentSum: Kernel = {
  name: 'UnsortedSegmentSum',
  run({ inputs, attributes, operations }) {
    const x = input(inputs, 'x')
    const segmentIds = input(inputs, 'segmentIds')
    const numSegments = number(attributes, 'numSegments')
    const row = x.shape.slice(segmentIds.shape.length)
    const width = sizeOf(row)
    const result = operations.uninitialised([numSegments, ...row], x.dtype)
    const sums = operations.view(result)
    const values = operations.view(x)
    const ids = operations.view(segmentIds)
    sums.fill(0)
    for (const [index, segment] of ids.entries()) {
      if (segment < 0 || segment >= numSegments) continue
      const from = index * width
      const to = segment * width
      for (let element = 0; element < width; element++) {
        sums[to + element] = (sums[to + element] ?? 0) + (values[from + element] ?? 0)
      }
    }
    return result
  },
}
