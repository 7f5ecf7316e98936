import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { InputError } from '../model/issue.ts'
import type { Outcome } from '../model/outcome.ts'
import { validateOutcome, validateScorecard } from '../model/records.ts'
import type { Scorecard } from '../model/scorecard.ts'

/** Where records go unless `--out` says otherwise, relative to the working directory. */
export const DEFAULT_OUT = '.gradus'

/** The records of gradings on disk: for each submission an outcome (what was measured) and a scorecard. */
export interface Records {
  readonly folder: string
  read(lab: string, submission: string): Outcome | null
  write(outcome: Outcome, card: Scorecard): void
  /** Every outcome of a lab, sorted by submission. Throws InputError naming each file that is damaged. */
  outcomes(lab: string): Outcome[]
  scorecard(lab: string, submission: string): Scorecard | null
  /** The instructor's secret: made once and kept here when the environment has none. */
  secret(env: Readonly<Record<string, string | undefined>>): string
}

export function openRecords(folder: string): Records {
  const place = (lab: string, submission: string) => join(folder, lab, slug(submission))
  const outcomeFile = (lab: string, submission: string) =>
    join(place(lab, submission), 'outcome.json')
  return {
    folder,
    read(lab, submission) {
      const file = outcomeFile(lab, submission)
      // A damaged record of an earlier run is no reason to stop: it is made again.
      return existsSync(file) ? (readOutcome(file).outcome ?? null) : null
    },
    write(outcome, card) {
      const target = place(outcome.lab, outcome.submission)
      // The outcome last: its presence says that both files are whole.
      writeAtomically(join(target, 'scorecard.json'), json(card))
      writeAtomically(join(target, 'outcome.json'), json(outcome))
    },
    outcomes(lab) {
      const parent = join(folder, lab)
      if (!existsSync(parent)) return []
      const files = readdirSync(parent)
        .map((name) => join(parent, name, 'outcome.json'))
        .filter((file) => existsSync(file))
      const read = files.map(readOutcome)
      const issues = read.flatMap((each) => each.issues)
      if (issues.length > 0) throw new InputError(issues)
      return read
        .flatMap(({ outcome }) => (outcome === null ? [] : [outcome]))
        .toSorted((a, b) => a.submission.localeCompare(b.submission))
    },
    scorecard(lab, submission) {
      const file = join(place(lab, submission), 'scorecard.json')
      if (!existsSync(file)) return null
      const result = validateScorecard(JSON.parse(readFileSync(file, 'utf8')))
      return result.ok ? result.value : null
    },
    secret(env) {
      const given = env['GRADUS_SECRET']
      if (given !== undefined && given !== '') return given
      const file = join(folder, 'secret')
      if (!existsSync(file)) writeAtomically(file, `${randomBytes(32).toString('hex')}\n`, 0o600)
      return readFileSync(file, 'utf8').trim()
    },
  }
}

/** Readers see the old content or the new one, never a part. */
export function writeAtomically(file: string, content: string, mode = 0o644): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}.tmp`
  writeFileSync(draft, content, { mode })
  renameSync(draft, file)
}

/** A folder name that tells people which submission it is, and differs for every submission. */
function slug(submission: string): string {
  const words = basename(submission.replace(/#/g, '-'))
    .normalize('NFKD')
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 40)
  const hash = createHash('sha256').update(submission).digest('hex').slice(0, 12)
  return `${words || 'submission'}-${hash}`
}

function readOutcome(file: string): { outcome: Outcome | null; issues: InputError['issues'] } {
  const whole = (what: string) => [
    { file, line: null, column: null, what, next: 'Grade this submission again.' },
  ]
  try {
    const result = validateOutcome(JSON.parse(readFileSync(file, 'utf8')))
    return result.ok
      ? { outcome: result.value, issues: [] }
      : { outcome: null, issues: whole(`is no outcome: ${result.problems.join('; ')}.`) }
  } catch (error) {
    return { outcome: null, issues: whole(`is not JSON: ${String(error)}.`) }
  }
}

function json(record: Outcome | Scorecard): string {
  return `${JSON.stringify(record, null, 2)}\n`
}
