/** What can go wrong with one request. */
export type Fault =
  /** Carried out, and then 502. */
  | 'lost-answer'
  /** Not carried out, 500. */
  | 'error'
  /** Not carried out, 403 with retry-after. */
  | 'secondary-limit'
  | 'refused'
  /** Not carried out, and never answered. */
  | 'timeout'
  /** Carried out, and never answered. */
  | 'late-timeout'
  /** Not carried out, the connection ends. */
  | 'cut'
  /** Carried out, the connection ends. */
  | 'late-cut'

export const FAULTS: readonly Fault[] = [
  'lost-answer',
  'error',
  'secondary-limit',
  'refused',
  'timeout',
  'late-timeout',
  'cut',
  'late-cut',
]

/** Whether a request is carried out all the same. */
export function isStored(fault: Fault | null): boolean {
  return fault === null || fault === 'lost-answer' || fault.startsWith('late-')
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What the client gets; `hang`: nothing, `cut`: the end of the connection. */
export function faultyAnswer(fault: Fault): Answer | 'hang' | 'cut' {
  const answer = (status: number, message: string, headers = {}) => ({
    ...{ status, headers },
    body: { message, documentation_url: 'https://docs.github.com/rest' },
  })
  switch (fault) {
    case 'lost-answer':
      return answer(502, 'Server Error')
    case 'error':
      return answer(500, 'Server Error')
    case 'secondary-limit':
      return answer(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '1' })
    case 'refused':
      return answer(422, 'Validation Failed')
    case 'timeout':
    case 'late-timeout':
      return 'hang'
    case 'cut':
    case 'late-cut':
      return 'cut'
  }
}
