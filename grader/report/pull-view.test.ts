import { describe, expect, test } from 'vitest'
import { complete, exampleLab, halfDone } from './example-cards.ts'
import { chosen, late, refused, replaced, third, worse } from './example-pulls.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { type PullContext, refusedView, renderMarkdown, view, viewMark, withPull } from './index.ts'
import { treeOfMarkdown } from './tag-tree.ts'

const student = { language: 'en', audience: 'student', afterDue: false } as const
const plain = view(exampleLab, halfDone, student)
const tooLate = { kind: 'too-late', days: 9 } as const
const comment = (context: PullContext) => renderMarkdown(withPull(plain, context))

describe('the comment on a pull request', () => {
  test('tells the change since the last push, of our records', () => {
    expect(comment(third)).toContain('28 % · +10 points since the last push')
    expect(comment(late)).toContain('28 % · -12 points since the last push')
    expect(comment({ ...third, before: 25 })).toContain('28 % · as many as at the last push')
    expect(comment({ ...third, before: null })).not.toContain('last push')
  })

  test('tells when it was due in the time zone of the course, and when it was pushed', () => {
    expect(comment(third)).toContain('Due Monday, November 23, 2026 at 11:59 PM (Europe/Madrid).')
    expect(comment(third)).toContain('Pushed Friday, November 20, 2026 at 6:04 PM (Europe/Madrid).')
  })

  test('tells what lateness costs, and which commit counts', () => {
    expect(comment(late)).toContain(
      '**Counts:** 22.5 / 87, of this push. That is 25, less 10 % for 1 day late.',
    )
    expect(comment(late)).toContain('has conflicts with `main`. That costs no points')
    expect(comment(replaced)).toContain(
      '**Counts:** 25 / 87, of commit `3f9c2b7`, which is graded here. Your last push, `c0ffee5`, came',
    )
    expect(comment(third)).not.toContain('**Counts:**')
  })

  test('shows the best push where that counts, and this one beside it', () => {
    expect(comment(worse)).toContain('## 25 / 87 points')
    expect(comment(worse)).toContain('41 / 87, of your best push, `3f9c2b7`; this one has 25.')
    expect(comment(chosen)).toContain(
      'graded here; your last one, `c0ffee5`, had 18. That is 25, less',
    )
    const planned = { ...third.planned, counts: 'best' } as const
    expect(comment({ ...third, planned })).toContain('25 / 87, of this push: it is your best.')
    expect(comment({ ...third, planned, attempt: 1 })).not.toContain('**Counts:**')
  })

  test('says that nothing counts, where all of it came after the last day', () => {
    const counted = third.counted && { ...third.counted, left: 0, lateness: tooLate }
    expect(comment({ ...third, counted })).toContain('**Counts:** nothing: this came after')
  })

  test('says in its last line whether the inputs are those of the final mark', () => {
    const planned = { ...third.planned, split: 'final' } as const
    expect(comment(third)).toContain('for feedback; the final mark is given after your due time')
    expect(comment({ ...third, planned })).toContain('Hidden inputs: of the final mark')
    const never = { ...third.planned, due: null }
    expect(comment({ ...third, planned: never })).toContain('Hidden inputs: for feedback ·')
  })

  test.each(HOSTILE_TEXTS)('keeps a branch and a file called %j in their place', (text) => {
    const branch = (conflict: string) => treeOfMarkdown(comment({ ...third, conflict }))
    expect(branch(text)).toBe(branch('benign'))
    const [first] = refused.issues
    const refusedFor = (what: string, path: string) => {
      const file = `${refused.planned.source}/${path}`
      const issues = first ? [{ ...first, file, what }] : []
      return treeOfMarkdown(renderMarkdown(refusedView(plain, { ...refused, issues })))
    }
    expect(refusedFor(text, 'a')).toBe(refusedFor('benign', 'a'))
    const large = 'is 40.2 MB large; 2 MB are allowed.'
    expect(refusedFor(large, text)).toBe(refusedFor(large, 'benign'))
    const alike = (name: string) => `differs from ${name} by case or accents only.`
    expect(refusedFor(alike(text), 'a')).toBe(refusedFor(alike('benign'), 'a'))
  })
})

describe('the mark on a commit', () => {
  test('says which push counts', () => {
    const { summary } = viewMark(withPull(plain, worse), 50)
    expect(summary).toMatch(/^\*\*Counts:\*\* 41 \/ 87, of your best push/)
  })

  test('passes only with every point that is shown', () => {
    expect(viewMark(plain, 50).passes).toBe(false)
    expect(viewMark(view(exampleLab, complete, student), 50).passes).toBe(true)
  })

  test('notes what failed at its line, most points first', () => {
    const { annotations, title } = viewMark(plain, 50)
    expect(title).toBe('25 / 87 points')
    expect(annotations[0]).toMatchObject({ path: 'src/countParameters.ts', line: 21 })
    expect(annotations.map(({ path }) => path)).not.toContain('src/conv1d.ts')
  })

  test('keeps to as many notes as are taken, and counts the others', () => {
    const all = viewMark(plain, 50).annotations
    const { annotations, summary } = viewMark(plain, 2)
    expect(annotations).toEqual(all.slice(0, 2))
    expect(summary).toContain(`${all.length - 2} more place`)
  })

  test('of 400 candidates keeps the 50 with most points', () => {
    const task = plain.tasks[1]
    const check = task?.explained[0]
    if (task === undefined || check === undefined)
      throw new Error('the example has no failed check')
    const explained = Array.from({ length: 400 }, (_, lost) => ({ ...check, lost }))
    const where = [{ untrusted: 'src/conv2d.ts:21' }]
    const explanation = { what: [{ text: 'x' }], detail: null, where }
    const many = {
      ...plain,
      tasks: [
        { ...task, note: null, explained: explained.map((each) => ({ ...each, explanation })) },
      ],
    }
    const { annotations, summary } = viewMark(many, 50)
    expect(annotations).toHaveLength(50)
    expect(summary).toContain('350 more places are in the comment')
  })
})
