import type { Operations } from './operations.ts'
import type { Shape, TensorInfo } from './tensorflow.ts'
import { sizeOf } from './tensorflow.ts'

/** The shape that two batches broadcast to, aligned at their last axes. Throws when they cannot. */
export function broadcastBatch(left: Shape, right: Shape): number[] {
  const rank = Math.max(left.length, right.length)
  return Array.from({ length: rank }, (_, axis) => {
    const a = left.at(axis - rank) ?? 1
    const b = right.at(axis - rank) ?? 1
    if (a === b || b === 1) return a
    if (a === 1) return b
    throw new Error(`matMul: batches [${left}] and [${right}] do not broadcast: ${a} against ${b}`)
  })
}

/** x [...own, rows, columns] with its matrices repeated to [...batch, rows, columns]. */
export function repeatBatch(operations: Operations, x: TensorInfo, batch: Shape): TensorInfo {
  const own = x.shape.slice(0, -2)
  const matrix = x.shape.slice(-2)
  if (own.join() === batch.join()) return x
  const size = sizeOf(matrix)
  const result = operations.uninitialised([...batch, ...matrix])
  const from = operations.floats(x)
  const to = operations.floats(result)
  for (let index = 0; index < sizeOf(batch); index++) {
    const start = matrixIndex(index, batch, own) * size
    to.set(from.subarray(start, start + size), index * size)
  }
  return result
}

/** Which matrix of `own` stands at flat position `index` of `batch`. */
function matrixIndex(index: number, batch: Shape, own: Shape): number {
  let rest = index
  let result = 0
  let stride = 1
  for (let back = 1; back <= own.length; back++) {
    const length = batch.at(-back) ?? 1
    const ownLength = own.at(-back) ?? 1
    if (ownLength > 1) result += (rest % length) * stride
    rest = Math.floor(rest / length)
    stride *= ownLength
  }
  return result
}
