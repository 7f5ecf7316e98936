import type { Issue } from '../../model/issue.ts'
import { issueAt } from '../../reading/source.ts'
import { didYouMean } from '../../reading/suggest.ts'
import type { DraftCheck } from '../draft.ts'
import type { LabFiles } from '../lab-files.ts'
import type { SpecFile, SpecTest } from '../spec-file.ts'
import type { Rule } from './rule.ts'

interface Found extends SpecTest {
  readonly spec: SpecFile
}

export function testsOf({ specs }: Pick<LabFiles, 'specs'>): Found[] {
  return specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, spec })))
}

export const specsCanBeRead: Rule = ({ specs }) => specs.flatMap(({ issues }) => issues)

export const everyCheckHasATest: Rule = (lab) => {
  const tests = testsOf(lab)
  return lab.draft.tasks.flatMap(({ id, checks }) => {
    const names = tests.filter(({ task }) => task === id).map(({ check }) => check)
    return checks
      .filter((check) => !names.includes(check.id))
      .map((check) => untested(lab, check, unclaimed(names, checks)))
  })
}

function untested(lab: LabFiles, { id, task, path }: DraftCheck, names: readonly string[]): Issue {
  const what = `check "${id}" of task "${task}" has no test in a spec.`
  const write = `Write describe('${task}') > test('${id}') in ${lab.folder}/public or hidden.`
  return issueAt(lab.yaml.source, lab.yaml.keyAt(path), what, didYouMean(id, names, write))
}

/** Tests that no check is named after: what a misspelt check may have meant. */
function unclaimed(names: readonly string[], checks: readonly DraftCheck[]): string[] {
  return names.filter((name) => !checks.some(({ id }) => id === name))
}

export const everyTestIsACheck: Rule = (lab) => {
  const tasks = lab.draft.tasks.map(({ id }) => id)
  const issues: Issue[] = []
  const unknown = new Set<string>()
  for (const { spec, task, check, taskAt, checkAt } of testsOf(lab)) {
    const checks = lab.draft.tasks.find(({ id }) => id === task)?.checks
    const at = `${spec.source.file}:${taskAt}`
    if (checks === undefined && !unknown.has(at)) {
      unknown.add(at)
      const what = `describes task "${task}", which is not in lab.yaml.`
      const next = didYouMean(task, tasks, `Add it to the tasks, or remove the describe.`)
      issues.push(issueAt(spec.source, taskAt, what, next))
    }
    if (checks === undefined || checks.some(({ id }) => id === check)) continue
    const what = `tests check "${check}", which task "${task}" does not have in lab.yaml.`
    const ids = checks.map(({ id }) => id)
    const next = didYouMean(check, ids, 'Add it to the checks, or remove the test.')
    issues.push(issueAt(spec.source, checkAt, what, next))
  }
  return issues
}

export const everyCheckIsTestedOnce: Rule = (lab) => {
  const first = new Map<string, Found>()
  return testsOf(lab).flatMap((test): Issue[] => {
    const key = JSON.stringify([test.task, test.check])
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, test)
      return []
    }
    const what = `tests check "${test.check}" of task "${test.task}" a second time.`
    const next = `Keep one of the two; the other is in ${earlier.spec.source.file}.`
    return [issueAt(test.spec.source, test.checkAt, what, next)]
  })
}

export const hiddenChecksHaveHints: Rule = (lab) => {
  const tests = testsOf(lab)
  return lab.draft.tasks
    .flatMap((task) => task.checks)
    .filter(({ id, task, fields }) => {
      const own = tests.filter((test) => test.task === task && test.check === id)
      const isHidden = own.every(({ spec }) => spec.visibility === 'hidden')
      return own.length > 0 && isHidden && fields['hint'] === undefined
    })
    .map(({ id, task, path }) => {
      const what = `check "${id}" of task "${task}" is hidden and has no hint.`
      const next = 'Add hint: { en: ..., es: ... }, all that its student will read.'
      return issueAt(lab.yaml.source, lab.yaml.keyAt(path), what, next)
    })
}
