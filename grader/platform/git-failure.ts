/** Why git gave nothing; the person who typed the source can mend most of them. */
export type GitReason =
  | 'no-git'
  | 'no-repository'
  | 'no-object'
  | 'unreachable'
  | 'denied'
  | 'owner'
  | 'time'
  | 'other'

export class GitFailure extends Error {
  readonly reason: GitReason
  constructor(reason: GitReason, message: string) {
    super(message)
    this.name = 'GitFailure'
    this.reason = reason
  }
}

/** Words of git (in the C locale), of curl and of ssh, most specific first. */
const SIGNS: readonly (readonly [RegExp, GitReason])[] = [
  [/spawn git ENOENT/, 'no-git'],
  [/dubious ownership/, 'owner'],
  [/not our ref|couldn't find remote ref|unadvertised object/i, 'no-object'],
  [
    /could not resolve|failed to connect|connection refused|unreachable|no route to host/i,
    'unreachable',
  ],
  [/timed out|timeout|transfer.*too slow/i, 'time'],
  [
    /terminal prompts disabled|authentication failed|could not read (username|password)|permission denied|host key verification|error: 40[13]/i,
    'denied',
  ],
  [
    /not appear to be a git repository|repository .*not found|error: 404|no such file/i,
    'no-repository',
  ],
]

/** What went wrong in git, from whatever was thrown. */
export function gitFailure(error: unknown): GitFailure {
  const text = error instanceof Error ? error.message : String(error)
  const reason = SIGNS.find(([sign]) => sign.test(text))?.[1] ?? 'other'
  return new GitFailure(reason, reasonGiven(text))
}

/** What git said first of its reason, fit for one line of a terminal: a server may word it as it likes. */
function reasonGiven(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.replace(/\p{C}/gu, '').trim())
  const said = lines.find((line) => /^(fatal|error|remote):/.test(line)) ?? lines.at(0) ?? ''
  return [...said.replace(/^(fatal|error|remote):\s*|\.$/g, '')].slice(0, 200).join('')
}
