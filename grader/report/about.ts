import type { Scorecard } from '../model/scorecard.ts'
import type { Catalogue } from './catalogue.ts'
import { formatMoment } from './numbers.ts'
import type { Audience, Fact, Sentence } from './report-view.ts'
import { code, untrusted } from './sentence.ts'

/** How the grading came about, for the foot of a report. */
export function about(
  { submission, provenance }: Scorecard,
  words: Catalogue,
  { audience, withheld }: { audience: Audience; withheld: boolean },
): Fact[] {
  const instructor = audience === 'instructor'
  const { commit, dataset, backbone, rung, graderVersion } = provenance
  const sandbox =
    rung === 'import' ? words.word('about.no-sandbox') : words.word('about.rung', { rung })
  const facts: [label: string, value: Sentence | null][] = [
    [words.word('about.submission'), instructor ? [untrusted(submission)] : null],
    [words.word('about.commit'), commit === null ? null : [code(commit.slice(0, 7))]],
    [words.word('about.dataset'), dataset === null ? null : [code(dataset)]],
    [words.word('about.backbone'), backbone === null ? null : [code(backbone)]],
    [words.word('about.backend'), backendOf(provenance, instructor)],
    [words.word('about.sandbox'), [{ text: sandbox }]],
    [words.word('about.grader'), [{ text: `Gradus ${graderVersion}` }]],
    [words.word('about.graded'), [{ text: formatMoment(words.language, provenance.startedAt) }]],
    [
      words.word('about.duration'),
      // A slow check that is not shown would show here, and so would one that sleeps by its inputs.
      instructor && !withheld ? words.say('label.seconds', { seconds: provenance.seconds }) : null,
    ],
  ]
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))
}

/** Why it is this one depends on the grader's machine, which is no business of a student's. */
function backendOf(provenance: Scorecard['provenance'], instructor: boolean): Sentence {
  const { backend, backendVersion, backendReason, device } = provenance
  const named: Sentence = [code(backend), { text: ` ${backendVersion}, ${device}` }]
  return instructor ? [...named, { text: ': ' }, untrusted(backendReason)] : named
}
