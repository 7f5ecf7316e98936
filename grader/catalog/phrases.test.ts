import { expect, test } from 'vitest'
import { readLab } from './read-lab.ts'
import { change, copyCourse, issuesOf } from './testing.ts'

const YAML = 'labs/tiny/lab.yaml'

/** The tiny lab, its public expectation and its phrases as given, and a hidden helper with a label. */
async function courseWith(expectation: string, ...phrases: readonly string[]): Promise<string> {
  const root = await copyCourse()
  await change(root, 'labs/tiny/public/double.spec.ts', (spec) => {
    return spec.replace('expect(await submission.double(2))', () => expectation)
  })
  const helper = "import { expect as that } from 'vitest'\n\nthat.soft(1, 'a `sum`').toBe(1)\n"
  await change(root, 'labs/tiny/hidden/helper.ts', helper)
  const lines = ['- { en: a sum, es: una suma }', ...phrases].map((line) => `  ${line}\n`)
  await change(root, YAML, (yaml) => `${yaml}phrases:\n${lines.join('')}`)
  return root
}

const labelled = (label: string) => `expect(await submission.double(2), ${label})`

test('a phrase is public when a public spec has its label, however it marks code', async () => {
  const root = await courseWith(
    labelled(`\`part \${1 + 1} of history.loss\``),
    "- { en: 'part {n} of `history.loss`', es: 'la parte {n} de `history.loss`' }",
  )
  expect((await readLab(root, 'tiny')).phrases).toEqual([
    { text: { en: 'a sum', es: 'una suma' }, visibility: 'hidden' },
    {
      text: { en: 'part {n} of `history.loss`', es: 'la parte {n} de `history.loss`' },
      visibility: 'public',
    },
  ])
})

test.each<readonly [string, label: string, phrases: readonly string[], lines: readonly string[]]>([
  [
    'a label without a phrase, with the phrase to add',
    `\`twice \${two}\``,
    [],
    [
      'labs/tiny/public/double.spec.ts:9:40 has the label "twice {two}", for which lab.yaml has no phrase. Add to "phrases:" in labs/tiny/lab.yaml: - { en: "twice {two}", es: ... }',
    ],
  ],
  [
    'a label and a phrase that nearly meet',
    "'twice two'",
    ['- { en: twice tow, es: dos por dos }'],
    [
      'labs/tiny/lab.yaml:36:11 has the phrase "twice tow", which is the label of no expectation in a spec. Did you mean "twice two"?',
      'labs/tiny/public/double.spec.ts:9:40 has the label "twice two", for which lab.yaml has no phrase. Did you mean "twice tow"?',
    ],
  ],
  [
    'a label that is not written where it is used',
    'label',
    [],
    [
      'labs/tiny/public/double.spec.ts:9:40 labels an expectation with what is no text in quotes or backticks. Write the label there, so that it can have a phrase.',
    ],
  ],
  [
    'a phrase that no spec uses, and one that is there twice',
    "'twice two'",
    [
      '- { en: twice two, es: dos por dos }',
      '- { en: twice `two`, es: dos }',
      '- { en: of something else, es: otra }',
    ],
    [
      'labs/tiny/lab.yaml:37:11 has the phrase "twice `two`" a second time. Keep one of the two.',
      'labs/tiny/lab.yaml:38:11 has the phrase "of something else", which is the label of no expectation in a spec. Remove it, or write it as the spec has it.',
    ],
  ],
  [
    'a phrase whose languages fill in different things, or that lacks one',
    `\`\${a} of \${b}\``,
    ["- { en: '{a} of {b}', es: '{a} de {c}' }", '- { en: lonely }'],
    [
      'labs/tiny/lab.yaml:36:29 fills in {a}, {b} in English and {a}, {c} in Spanish. Use the same {names} in both.',
      'labs/tiny/lab.yaml:37:5 phrase 3 has no Spanish text. Add "es: ...".',
      'labs/tiny/lab.yaml:37:11 has the phrase "lonely", which is the label of no expectation in a spec. Remove it, or write it as the spec has it.',
    ],
  ],
])('%s', async (_, label, phrases, lines) => {
  const root = await courseWith(labelled(label), ...phrases)
  expect(await issuesOf(root, readLab(root, 'tiny'))).toEqual(lines)
})
