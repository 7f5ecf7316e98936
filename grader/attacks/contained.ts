import type { CheckResult, Scorecard } from '../model/scorecard.ts'
import type { Attack } from './corpus.ts'
import type { Seen } from './grader.ts'
import { type Canaries, leaked } from './secrets.ts'

/** Characters of all records and reports of one grading: they are kept for every student. */
const RECORD_LENGTH = 1_000_000

/** All that was seen of one attack. */
export interface Evidence {
  readonly seen: Seen
  /** Paths of files that it left. */
  readonly files: readonly string[]
  /** Servers outside that it reached. */
  readonly visits: readonly string[]
  readonly canaries: Canaries
  /** A number that hidden checks pass to the submission. */
  readonly input: string
  /** Points of an honest submission graded right after it, of `maxPoints`; null when there were none. */
  readonly next: { readonly points: number; readonly maxPoints: number } | null
}

/** Why an attack is not contained, one sentence each; an empty list when it is. */
export function escapes(attack: Attack, evidence: Evidence): string[] {
  const { seen, files, visits, canaries, input, next } = evidence
  const { answer, printed, processes } = seen
  const found: string[] = []
  if (answer === null) found.push('the grader ended or gave no answer')
  if (answer?.kind === 'refused' && !attack.mayRefuse) found.push(`refused: ${answer.message}`)
  if (answer?.kind === 'graded') found.push(...misgraded(attack, answer.card))
  const secrets = leaked(canaries, [JSON.stringify(answer), printed])
  found.push(...secrets.map((kind) => `the canary in ${kind} was read`))
  const shown = answer?.kind === 'graded' ? answer.shown : []
  const texts = [...shown.map(({ text }) => text), printed]
  const forms = [input, `:${input.slice(0, 6)}`]
  if (texts.some((text) => forms.some((form) => text.includes(form)))) {
    found.push('a student is shown a hidden input')
  }
  const refusal = answer?.kind === 'refused' ? answer.message : ''
  for (const { as, text } of [...shown, { as: 'terminal', text: `${printed}\n${refusal}` }]) {
    for (const pattern of attack.forbid.get(as) ?? []) {
      if (pattern.test(text)) found.push(`${pattern} is shown as it is in ${as}`)
    }
  }
  if (answer !== null && JSON.stringify(answer).length > RECORD_LENGTH) {
    found.push('the records are larger than a submission may make them')
  }
  found.push(...processes.map((process) => `a process is left: ${process}`))
  found.push(...files.map((file) => `a file is left: ${file}`))
  found.push(...visits.map((visit) => `it got out: ${visit}`))
  if (next !== null && next.points !== next.maxPoints) {
    found.push(`the next submission has ${next.points} of ${next.maxPoints} points`)
  }
  return found
}

/** What its own errors say of how it went, for whoever reads the table. */
export function toldBy(seen: Seen): string {
  if (seen.answer?.kind === 'refused') return seen.answer.message
  if (seen.answer?.kind !== 'graded') return ''
  return checksOf(seen.answer.card).map(messageOf).find(Boolean) ?? ''
}

function misgraded(attack: Attack, card: Scorecard): string[] {
  const found: string[] = []
  if (card.points > attack.honest) found.push(`${card.points} points, ${attack.honest} deserved`)
  for (const task of card.tasks) {
    for (const check of task.checks) {
      const name = `${task.id}/${check.id}`
      const allowed = attack.verdicts.get(name) ?? []
      if (attack.seconds !== null && check.seconds > attack.seconds) {
        found.push(`${name} took ${check.seconds.toFixed(1)} s, over ${attack.seconds} s`)
      }
      if (!allowed.some((verdict) => verdict === check.verdict)) {
        found.push(
          `${name} is "${check.verdict}" (${messageOf(check)}), not ${allowed.join(' or ')}`,
        )
      }
    }
  }
  const messages = checksOf(card).map(messageOf)
  const breach = messages.find((message) => message.includes('breach: '))
  if (breach !== undefined) found.push(breach)
  const { meets } = attack
  if (meets !== null && breach === undefined && !messages.some((text) => meets.test(text))) {
    found.push(`was to be stopped by ${meets}, not by "${messages.find(Boolean) ?? ''}"`)
  }
  return found
}

function checksOf(card: Scorecard): CheckResult[] {
  return card.tasks.flatMap(({ checks }) => [...checks])
}

function messageOf({ cause }: CheckResult): string {
  if (cause === null) return ''
  if ('message' in cause) return cause.message
  if (cause.kind === 'mismatch' && 'got' in cause.mismatch) return `got ${cause.mismatch.got}`
  return cause.kind === 'limit' ? `limit: ${cause.limit}` : cause.kind
}
