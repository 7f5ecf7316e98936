import type { Layer } from '../run/sandbox/index.ts'
import type { Attack } from './corpus.ts'
import { openField, type Result } from './field.ts'

export const LAYERS: readonly Layer[] = ['seccomp', 'namespaces', 'rlimits', 'env', 'caps']

/** What one attack does with one layer of the sandbox left out. */
export interface WithoutLayer {
  readonly layer: Layer
  readonly result: Result
}

/** Runs the attacks that `layer` stops, without it. They do harmless things that can be seen. */
export async function runWithout(
  layer: Layer,
  attacks: readonly Attack[],
  rung: 'A' | 'B',
): Promise<WithoutLayer[]> {
  const field = await openField(rung, [layer])
  try {
    const results: WithoutLayer[] = []
    for (const attack of attacks.filter(({ stoppedBy }) => stoppedBy.includes(layer))) {
      results.push({ layer, result: await field.run(attack) })
    }
    return results
  } finally {
    field.close()
  }
}
