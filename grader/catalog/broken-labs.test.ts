import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLab } from './read-lab.ts'
import { change, copyCourse, FIXTURES, issuesOf } from './testing.ts'

/** Each fixture `broken/<name>.yaml` is the good lab with one mistake; `several` has more. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  'wrong-type': [
    'labs/tiny/lab.yaml:10:29 "points" of check "fixed-case" of task "double" is the text "twenty", not a finite number. Write a number, such as 10.',
  ],
  'unknown-key': [
    'labs/tiny/lab.yaml:15:9 check "random-numbers" of task "double" has an unknown key "relese". Did you mean "release"?',
  ],
  'misspelt-check': [
    'labs/tiny/lab.yaml:11:7 check "random-number" of task "double" has no test in a spec. Did you mean "random-numbers"?',
    'labs/tiny/hidden/double.spec.ts:8:8 tests check "random-numbers", which task "double" does not have in lab.yaml. Did you mean "random-number"?',
  ],
  'points-99': [
    'labs/tiny/lab.yaml:5:1 the points of the tasks add up to 99, not 100. Give out 1 more.',
  ],
  'task-points': [
    'labs/tiny/lab.yaml:8:13 task "double" has 60 points but its checks add up to 59. Write points: 59, or change the checks.',
  ],
  'missing-spanish-hint': [
    'labs/tiny/lab.yaml:33:9 "hint" of check "accuracy" of task "train-line" has no Spanish text. Add "es: ...".',
  ],
  'missing-hint': [
    'labs/tiny/lab.yaml:26:7 check "accuracy" of task "train-line" is hidden and has no hint. Add hint: { en: ..., es: ... }, all that its student will read.',
  ],
  'duplicate-key': ['labs/tiny/lab.yaml:23:5 repeats the key "points". Keep one of the two.'],
  tab: [
    'labs/tiny/lab.yaml:23:1 is indented with a tab. YAML is indented with spaces; use two for each level.',
  ],
  'bad-reference': [
    'labs/tiny/lab.yaml:17:7 misconception "double-squared" of task "double" has no file. Did you mean "double-squares"?',
    'labs/tiny/misconceptions/double-squares.ts is a misconception of no task in lab.yaml. Did you mean "double-squared"?',
  ],
  'tolerance-without-reason': [
    'labs/tiny/lab.yaml:13:9 the tolerance of check "random-numbers" of task "double" has no reason. Add reason: what was measured, on what, and the margin.',
  ],
  'empty-file': [
    'labs/tiny/lab.yaml:1:1 is empty. Write the lab in it, or make a new one with: gradus new ID',
  ],
  'comments-only': [
    'labs/tiny/lab.yaml:1:1 is empty. Write the lab in it, or make a new one with: gradus new ID',
  ],
  'nul-byte': [
    'labs/tiny/lab.yaml:7:23 holds a NUL byte, which text never does. Save the file again as plain UTF-8 text.',
  ],
  'bad-indentation': [
    'labs/tiny/lab.yaml:9:1 is indented by a different amount than its neighbours. Align the keys.',
  ],
  'infinite-tolerance': [
    'labs/tiny/lab.yaml:13:33 "tolerance.max-error" of check "random-numbers" of task "double" is Infinity, not a finite number. Write a number, such as 10.',
  ],
  'negative-tolerance': [
    'labs/tiny/lab.yaml:13:33 "tolerance.max-error" of check "random-numbers" of task "double" is -0.1. Write a number above 0.',
  ],
  'equal-marks': [
    'labs/tiny/lab.yaml:29:9 the marks of check "accuracy" of task "train-line" go from 0.9 to 0.9. Write two different numbers for none and full.',
  ],
  'incomplete-threshold': [
    'labs/tiny/lab.yaml:28:9 the threshold of check "accuracy" of task "train-line" has no seeds. Add seeds.',
  ],
  'file-outside': [
    'labs/tiny/lab.yaml:23:11 "file" of task "train-line" is the text "../tiny/train.ts", which is not a path of a TypeScript file. Write a file name such as conv2d.ts, inside the folder of the solution.',
  ],
  'missing-export': [
    'labs/tiny/lab.yaml:24:5 task "train-line" needs "trainLines", which solutions/tiny/train.ts does not export. Did you mean "trainLine"?',
  ],
  'shared-export': [
    'labs/tiny/lab.yaml:24:5 task "train-line" exports "double", as task "double" does. Rename one of the two: a spec calls functions by name alone.',
    'labs/tiny/lab.yaml:24:5 task "train-line" needs "double", which solutions/tiny/train.ts does not export. Export it, or list "exports:".',
  ],
  'bad-choice': [
    'labs/tiny/lab.yaml:31:15 "rule" of check "accuracy" of task "train-line" is the text "medain". Did you mean "median"?',
  ],
  'bad-id': [
    'labs/tiny/lab.yaml:10:7 "Fixed_Case" cannot be the id of a check. Use small letters, digits and single hyphens, such as "fixed-case".',
    'labs/tiny/lab.yaml:10:7 check "Fixed_Case" of task "double" has no test in a spec. Did you mean "fixed-case"?',
    'labs/tiny/public/double.spec.ts:8:8 tests check "fixed-case", which task "double" does not have in lab.yaml. Did you mean "Fixed_Case"?',
  ],
  'flow-syntax': [
    'labs/tiny/lab.yaml:3:13 is not valid YAML at "Tiny: es": Block collections are not allowed within flow collections. Mend the syntax; a text with ": " or " #" in it needs quotes.',
  ],
  'a-list': ['labs/tiny/lab.yaml:1:1 is not a mapping of keys to values. Start with "title:".'],
  several: [
    'labs/tiny/lab.yaml:5:1 the points of the tasks add up to 61, not 100. Give out 39 more.',
    'labs/tiny/lab.yaml:8:13 task "double" has 61 points but its checks add up to 60. Write points: 60, or change the checks.',
    'labs/tiny/lab.yaml:14:52 "hint.es" of check "random-numbers" of task "double" is an empty text. Write a sentence.',
    'labs/tiny/hidden/train.spec.ts:7:10 describes task "train-line", which is not in lab.yaml. Add it to the tasks, or remove the describe.',
  ],
}

describe('a broken lab.yaml is reported at its place', () => {
  test.each(Object.entries(BROKEN))('%s', async (name, lines) => {
    const root = await copyCourse()
    await change(
      root,
      'labs/tiny/lab.yaml',
      await readFile(join(FIXTURES, 'broken', `${name}.yaml`)),
    )
    expect(await issuesOf(root, readLab(root, 'tiny'))).toEqual(lines)
  })

  test('5 MB', async () => {
    const root = await copyCourse()
    await change(root, 'labs/tiny/lab.yaml', (text) => `${text}# ${'x'.repeat(5_000_000)}\n`)
    expect(await issuesOf(root, readLab(root, 'tiny'))).toEqual([
      'labs/tiny/lab.yaml:1:1 is larger than 1 MB. A lab.yaml holds a few hundred lines; move data elsewhere.',
    ])
  })

  test('bytes that are not UTF-8', async () => {
    const root = await copyCourse()
    await change(root, 'labs/tiny/lab.yaml', Buffer.from('title:\n  en: caf\xe9\n', 'latin1'))
    expect(await issuesOf(root, readLab(root, 'tiny'))).toEqual([
      'labs/tiny/lab.yaml:2:10 is not UTF-8 text. Save the file again as UTF-8.',
    ])
  })

  test('aliases without an anchor before them', async () => {
    const root = await copyCourse()
    const lines = ['a: &sums 1', 'b: [*summs, *sums]', 'c: *later', 'd: &later 2', 'e: *nothing']
    await change(root, 'labs/tiny/lab.yaml', `${lines.join('\n')}\n`)
    expect(await issuesOf(root, readLab(root, 'tiny'))).toEqual([
      'labs/tiny/lab.yaml:2:5 uses the alias "*summs" but has no anchor "&summs" before it. Did you mean "sums"?',
      'labs/tiny/lab.yaml:3:4 uses the alias "*later" but has no anchor "&later" before it. Move the anchor up, to where the value is first needed.',
      'labs/tiny/lab.yaml:5:4 uses the alias "*nothing" but has no anchor "&nothing" before it. Write the value out instead.',
    ])
  })

  test('aliases that multiply without end', async () => {
    const root = await copyCourse()
    const level = (name: string, below: string) =>
      `${name}: &${name} [${`*${below},`.repeat(12)}]\n`
    const bomb = `a: &a [x]\n${level('b', 'a')}${level('c', 'b')}${level('d', 'c')}${level('e', 'd')}`
    await change(root, 'labs/tiny/lab.yaml', bomb)
    expect(await issuesOf(root, readLab(root, 'tiny'))).toEqual([
      expect.stringMatching(/^labs\/tiny\/lab.yaml:1:1 cannot be read: .*alias/),
    ])
  })
})
