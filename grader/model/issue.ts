/** Something a person must mend: what is wrong, where, and what to do next. */
export interface Issue {
  /** Path as the person would type it. */
  readonly file: string
  /** 1-based; null when the issue is with the file as a whole. */
  readonly line: number | null
  readonly column: number | null
  /** One sentence: what is wrong. */
  readonly what: string
  /** One sentence: what to do. */
  readonly next: string
}

/** `file:line:column what, what next`, as every list of issues is printed. */
export function formatIssue({ file, line, column, what, next }: Issue): string {
  const name = spelt(file)
  const place = line === null ? name : `${name}:${line}:${column ?? 1}`
  return `${place} ${what} ${next}`.split('\n').map(spelt).join('\n')
}

/**
 * A name in one line with control and invisible characters as `\u{1b}`: what a file of others is called must
 * not paint on the terminal, nor look like another file.
 */
export function spelt(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
}

/** Bad input from a person; the command line prints every issue and exits with status 2. */
export class InputError extends Error {
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'))
    this.name = 'InputError'
    this.issues = issues
  }
}
