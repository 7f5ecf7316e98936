import type { Issue } from '../model/issue.ts'
import type { Catalogue } from './catalogue.ts'
import { type Form, tell } from './messages.ts'
import type { Sentence, Span } from './report-view.ts'
import { code, untrusted } from './sentence.ts'

/** Whoever reads these mends the first ones first. */
const MOST_TOLD = 20

/** Why a submission is not taken, as grader/fetch says it of a file. */
const OF_FILES: readonly Form<Span>[] = [
  [/^has a name that is not UTF-8\.$/, (_, words, file) => words.say('refused.utf8', { file })],
  [
    /^has an invisible character in its name\.$/,
    (_, words, file) => words.say('refused.invisible', { file }),
  ],
  [
    /^has a name that some systems refuse\.$/,
    (_, words, file) => words.say('refused.odd', { file }),
  ],
  [
    /^has a name that begins or ends with a space\.$/,
    (_, words, file) => words.say('refused.space', { file }),
  ],
  [
    /^has a path of (?<is>\d+) characters; (?<most>\d+) are allowed\.$/,
    (groups, words, file) => words.say('refused.long', { file, ...numbers(groups) }),
  ],
  [
    /^lies (?<is>\d+) folders deep; (?<most>\d+) are allowed\.$/,
    (groups, words, file) => words.say('refused.deep', { file, ...numbers(groups) }),
  ],
  [
    /^is (?<is>[\d.]+) MB large; (?<most>[\d.]+) MB are allowed\.$/,
    (groups, words, file) => words.say('refused.large', { file, ...numbers(groups) }),
  ],
  [
    /^differs from (?<other>.*) by case or accents only\.$/s,
    ({ other = '' }, words, file) => words.say('refused.alike', { file, other: untrusted(other) }),
  ],
]

/** The same of a submission as a whole. */
const OF_ALL: readonly Form<null>[] = [
  [
    /^has (?<is>\d+) files; (?<most>\d+) are allowed\.$/,
    (groups, words) => words.say('refused.files', numbers(groups)),
  ],
  [
    /^has (?<is>[\d.]+) MB of files; (?<most>[\d.]+) MB are allowed\.$/,
    (groups, words) => words.say('refused.heavy', numbers(groups)),
  ],
  [
    /^holds none of the files of the lab (?<lab>[\w-]+)\.$/,
    ({ lab = '' }, words) => words.say('refused.none', { lab: code(lab) }),
  ],
]

/** What to do about it. */
const NEXT: readonly Form<null>[] = [
  [
    /^Rename it with letters, digits, hyphens and dots\.$/,
    (_, words) => words.say('refused.next.rename'),
  ],
  [/^Give it a shorter name\.$/, (_, words) => words.say('refused.next.shorter')],
  [/^Move it up\.$/, (_, words) => words.say('refused.next.up')],
  [
    /^Take it out of the submission, or make it smaller\.$/,
    (_, words) => words.say('refused.next.smaller'),
  ],
  [/^Keep one of the two, or rename it\.$/, (_, words) => words.say('refused.next.one')],
  [
    /^Name the folder that holds the files of the lab only\.$/,
    (_, words) => words.say('refused.next.only'),
  ],
  [
    /^(?<file>[^\n]*) is a symbolic link: put the file itself there\.$/,
    ({ file = '' }, words) => words.say('refused.next.link', { file: untrusted(file) }),
  ],
  [
    /^Move them from (?<folder>[^\n]*)\/ to the top or to src\/\.$/,
    ({ folder = '' }, words) =>
      words.say('refused.next.move', { folder: untrusted(`${folder}/`), src: code('src/') }),
  ],
  [
    /^It or its src\/ should hold (?<files>[\w., -]+)\.$/,
    ({ files = '' }, words) =>
      words.say('refused.next.hold', {
        files: words.list(files.split(', ').map(code)),
        src: code('src/'),
      }),
  ],
]

/**
 * What a submission was refused for, a sentence for each reason. Issues come from where code of students ran:
 * what is none of our messages is quoted.
 * @param source as the submission was named; files are told relative to it.
 */
export function tellRefusals(
  issues: readonly Issue[],
  source: string,
  words: Catalogue,
): readonly Sentence[] {
  const told = issues.slice(0, MOST_TOLD).map((issue) => tellRefusal(issue, source, words))
  const more = issues.length - told.length
  return more > 0 ? [...told, words.say('refused.more', { count: more })] : told
}

function tellRefusal({ file, what, next }: Issue, source: string, words: Catalogue): Sentence {
  const path = file.startsWith(`${source}/`) ? file.slice(source.length + 1) : null
  const said =
    (path === null ? null : tell(OF_FILES, what, words, untrusted(path))) ??
    tell(OF_ALL, what, words, null)
  const advice = tell(NEXT, next, words, null)
  if (said === null || advice === null) {
    return [untrusted([path ?? '', what, next].join(' ').trim())]
  }
  return [...said, { text: ' ' }, ...advice]
}

function numbers({ is, most }: Readonly<Record<string, string>>) {
  return { is: Number(is), most: Number(most) }
}
