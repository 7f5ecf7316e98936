import { join } from 'node:path'
import type { Recorder } from '../catalog/index.ts'
import { InputError } from '../model/issue.ts'
import type { CheckOutcome, Mismatch } from '../model/outcome.ts'
import type { JsonValue } from '../model/value-json.ts'
import { openRunner } from '../run/index.ts'
import { backboneOf, datasetOf } from './dataset.ts'

/**
 * The solution's answers to the public specs, as expected.json keeps them: one line an answer, so that a
 * change shows in a diff. Throws InputError when the solution itself does not get through a spec.
 */
export const recordExpected: Recorder = async (root, lab) => {
  // Public inputs come from the public seed: the secret plays no part.
  const dataset = await datasetOf(lab)
  const backbone = await backboneOf(root, lab, dataset)
  const runner = openRunner({ root, lab, secret: 'unused', dataset, backbone })
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
        stuck.map((outcome) => ({
          file: `labs/${lab.id}/public`,
          line: null,
          column: null,
          what: `${outcome.task} > ${outcome.check} does not end well on the solution: ${reason(outcome)}.`,
          next: 'Mend the spec or the solution; nothing was recorded.',
        })),
      )
    }
    return format(recorded)
  } finally {
    await runner.close()
  }
}

/** Kind and message, on one line and without its full stop. */
function reason({ end, mismatch }: CheckOutcome): string {
  switch (end.kind) {
    case 'completed':
      return 'completed'
    case 'mismatch':
      return mismatch === null ? 'mismatch' : difference(mismatch)
    case 'not-started':
      return 'not started'
    case 'crash':
      return `${end.cause}: ${clause(end.message)}`
    case 'limit':
      return `limit: ${end.limit}, ${end.bound} ${end.unit}`
    case 'fault':
      return `fault: ${clause(end.message)}`
  }
}

function difference(mismatch: Mismatch): string {
  switch (mismatch.kind) {
    case 'assertion':
      return `assertion: ${clause(mismatch.message)}`
    case 'nan':
      return `${mismatch.kind}: ${pair(mismatch)}${at(mismatch.index)}`
    case 'values':
      return `${mismatch.kind}: ${pair(mismatch.worst)}${at(mismatch.worst.index)}`
    default:
      return `${mismatch.kind}: ${pair(mismatch)}`
  }
}

function pair({ got, want }: { got: string | number; want: string | number }): string {
  return `got ${got}, want ${want}`
}

function at(index: readonly (string | number)[]): string {
  return index.length === 0 ? '' : ` at [${index.join(', ')}]`
}

function clause(message: string): string {
  return message.trim().replaceAll(/\s+/g, ' ').replace(/\.$/, '')
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
