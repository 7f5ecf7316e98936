/**
 * The grader under attack: a process of its own that grades the submissions named on its standard input,
 * with their labs, one JSON text a line, and answers on descriptor 3. Started by `grader.ts` with secrets all around it.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { datasetOf } from '../commands/dataset.ts'
import { fetchSubmission } from '../fetch/index.ts'
import { InputError } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import type { Outcome } from '../model/outcome.ts'
import { renderHtml, renderMarkdown, renderTerminal, view } from '../report/index.ts'
import { openRunner, type Runner } from '../run/index.ts'
import type { Layer } from '../run/sandbox/index.ts'
import { score } from '../score/score.ts'
import { readLabs } from './corpus.ts'
import type { Answer, Shown } from './grader.ts'

const LAYERS: readonly Layer[] = ['seccomp', 'namespaces', 'rlimits', 'env', 'caps']

const ANSWERS = 3

const [root = '', rung = '', ...left] = process.argv.slice(2)
const secret = process.env['GRADUS_SECRET'] ?? ''
const labs = new Map((await readLabs(root)).map((lab) => [lab.id, lab]))
/** By lab; opened for its first submission, and kept warm. */
const runners = new Map<string, Runner>()
const answers = createWriteStream('', { fd: ANSWERS })
for await (const line of createInterface({ input: process.stdin })) {
  const { submission, lab } = JSON.parse(line)
  const answer = await grade(String(submission), labs.get(String(lab)))
  answers.write(`${JSON.stringify(answer)}\n`)
}
for (const runner of runners.values()) await runner.close()

async function grade(submission: string, lab: Lab | undefined): Promise<Answer> {
  if (lab === undefined) throw new Error('no such lab')
  const scratch = mkdtempSync(join(tmpdir(), 'gradus-'))
  try {
    const runner = await runnerOf(lab)
    const workspace = fetchSubmission(submission, { lab, scratch })
    const without = LAYERS.filter((layer) => left.includes(layer))
    const outcome = await runner.grade(workspace, {
      rung: rung === 'B' ? 'B' : 'A',
      without,
    })
    return { kind: 'graded', card: score(lab, outcome), outcome, shown: show(lab, outcome) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { kind: 'refused', message: error.message }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function runnerOf(lab: Lab): Promise<Runner> {
  const known = runners.get(lab.id)
  if (known !== undefined) return known
  const runner = openRunner({ root, lab, secret, dataset: await datasetOf(lab) })
  runners.set(lab.id, runner)
  return runner
}

/** Everything that the student is given to read. */
function show(graded: Lab, outcome: Outcome): Shown[] {
  const card = score(graded, outcome)
  return (['en', 'es'] as const).flatMap((language) => {
    const read = view(graded, card, { language, audience: 'student', afterDue: true })
    return [
      { as: 'terminal', text: renderTerminal(read, { columns: 100, colour: false }) },
      { as: 'markdown', text: renderMarkdown(read) },
      { as: 'html', text: renderHtml(read) },
    ] as const
  })
}
