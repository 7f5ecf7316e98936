import type { Arbitrary } from 'fast-check'

/**
 * A second witness for a task: a way to the right answer that shares no code with the solution (a closed
 * form, an operation of TensorFlow.js, a published number). `labs/<lab>/oracle/<task>.ts` exports one as
 * `oracle`; `gradus verify` compares the two on 200 random cases.
 *
 *     export const oracle: Oracle<{ image: number[][]; filters: number[][] }> = {
 *       arbitrary: fc.record({ ... }),
 *       solution: ({ image, filters }) => conv2d(tf.tensor(image), tf.tensor(filters)),
 *       expected: ({ image, filters }) => tf.conv2d(tf.tensor(image), tf.tensor(filters), 1, 'valid'),
 *       tolerance: { maxError: 1e-5, reason: 'float32 sums of up to 75 products' },
 *     }
 */
export interface Oracle<Data> {
  /** Cases as plain data, so that a counter-example can be shrunk and read. */
  readonly arbitrary: Arbitrary<Data>
  /** The solution's answer: a tensor or plain data, or a promise of it. */
  solution(data: Data): unknown
  /** The answer by other means. */
  expected(data: Data): unknown
  /** Largest absolute difference that is mere rounding, and why; absent: the answers must be equal. */
  readonly tolerance?: { readonly maxError: number; readonly reason: string }
}

/** Random cases for each task. */
export const ORACLE_CASES = 200
