import { join } from 'node:path'
import type { Recorder } from '../catalog/index.ts'
import { InputError } from '../model/issue.ts'
import type { JsonValue } from '../model/value-json.ts'
import { openRunner } from '../run/index.ts'

/**
 * The solution's answers to the public specs, as expected.json keeps them: one line an answer, so that a
 * change shows in a diff. Throws InputError when the solution itself does not get through a spec.
 */
export const recordExpected: Recorder = async (root, lab) => {
  // Public inputs come from the public seed: the secret plays no part.
  const runner = openRunner({ root, lab, secret: 'unused' })
  try {
    const dir = join(root, 'solutions', lab.id)
    const { checks, recorded } = await runner.rehearse({
      dir,
      visibilities: ['public'],
      record: true,
      replay: false,
    })
    const stuck = checks.filter(({ end }) => end.kind !== 'completed')
    if (stuck.length > 0) {
      throw new InputError(
        stuck.map(({ task, check, end, mismatch }) => ({
          file: `labs/${lab.id}/public`,
          line: null,
          column: null,
          what: `${task} > ${check} does not end well on the solution: ${JSON.stringify(mismatch ?? end)}.`,
          next: 'Mend the spec or the solution; nothing was recorded.',
        })),
      )
    }
    return format(recorded)
  } finally {
    await runner.close()
  }
}

function format(recorded: Readonly<Record<string, readonly JsonValue[]>>): string {
  const checks = Object.entries(recorded)
    .filter(([, answers]) => answers.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, answers]) => {
      const lines = answers.map((answer) => `    ${JSON.stringify(answer)}`)
      return `  ${JSON.stringify(key)}: [\n${lines.join(',\n')}\n  ]`
    })
  return `{\n${checks.join(',\n')}\n}\n`
}
