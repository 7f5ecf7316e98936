import type { Issue } from '../model/issue.ts'
import { issueAt, type Source } from '../reading/source.ts'

const NEXT =
  'Remove it and revoke it where it was issued: whoever reads this file, and its history, has it.'

/** What credentials look like, by who issues them. */
const SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  ['a GitHub token', /\b(?:gh[opusr]_[A-Za-z0-9_]{20,}|github_pat_[A-Za-z0-9_]{20,})/g],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{16,}/g],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/g],
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['a Google API key', /\bAIza[A-Za-z0-9_-]{35}/g],
  ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{10,}/g],
  ['an API key', /\bsk-[A-Za-z0-9_-]{20,}/g],
  ['a signed web token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}/g],
  ['a password in an address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/g],
]

const KEY =
  /^[ \t]*(?:- *)?["']?([\w-]*(?:token|secret|passw(?:or)?d|private[-_]?key|api[-_]?key|credential)[\w-]*)["']?[ \t]*:/gim

/** An issue for each text that looks like a credential, and each key that asks for one. */
function secretIssues(source: Source): Issue[] {
  const values = SHAPES.flatMap(([what, shape]) =>
    [...source.text.matchAll(shape)].map(({ index }) =>
      issueAt(source, index, `holds ${what}.`, NEXT),
    ),
  )
  const keys = [...source.text.matchAll(KEY)].map((match) => {
    const [all, key = ''] = match
    const what = `has the key "${key}", and a course file holds no secrets.`
    const next = 'Give secrets to the workflow as GitHub Actions secrets, never in a file.'
    return issueAt(source, match.index + all.indexOf(key), what, next)
  })
  return [...values, ...keys]
}

/** Secrets first: other issues of their lines are left out, for they might quote them. */
export function withSecrets(source: Source, issues: readonly Issue[]): Issue[] {
  const secrets = secretIssues(source)
  const lines = new Set(secrets.map(({ line }) => line))
  const others = issues.filter(({ file, line }) => file !== source.file || !lines.has(line))
  return [...secrets, ...others]
}
