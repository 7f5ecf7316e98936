import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { compare } from '../kit/compare.ts'
import { ORACLE_CASES, type Oracle } from '../kit/oracle.ts'
import { noHandles } from '../kit/reference.ts'
import { toValue } from '../model/convert.ts'

/** Runs in the judge's worker, where labs' imports resolve as they do for specs. */
const { lab, oracleDir } = inject('gradus')

describe('oracle', () => {
  for (const { id } of lab.tasks) {
    test(id, async () => {
      const oracle = await loadOracle(`${oracleDir}/${id}.ts`)
      const agree = fc.asyncProperty(oracle.arbitrary, async (data) => {
        tf.engine().startScope()
        try {
          const got = await toValue(await oracle.solution(data), tf, noHandles)
          const want = await toValue(await oracle.expected(data), tf, noHandles)
          const comparison = compare(got, want)
          if (comparison.kind === 'mismatch') throw new Error(JSON.stringify(comparison.mismatch))
          expect(comparison.maxError).toBeLessThanOrEqual(oracle.tolerance?.maxError ?? 0)
        } finally {
          tf.engine().endScope()
        }
      })
      // A fixed seed: the same lab verifies in the same way every time.
      await fc.assert(agree, { numRuns: ORACLE_CASES, seed: 1 })
    })
  }
})

async function loadOracle(path: string): Promise<Oracle<unknown>> {
  const module: unknown = await import(/* @vite-ignore */ path)
  const oracle: unknown =
    typeof module === 'object' && module !== null ? Reflect.get(module, 'oracle') : undefined
  if (!isOracle(oracle)) {
    throw new Error(`${path} must export \`oracle\` with arbitrary, solution and expected.`)
  }
  return oracle
}

function isOracle(value: unknown): value is Oracle<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'arbitrary' in value &&
    'solution' in value &&
    typeof value.solution === 'function' &&
    'expected' in value &&
    typeof value.expected === 'function'
  )
}
