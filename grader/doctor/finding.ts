/** One thing that was looked at. */
export interface Finding {
  readonly name: string
  /** `spare`: not there, and nothing needs it. */
  readonly state: 'well' | 'spare' | 'ill'
  readonly what: string
  /** The command or step that mends it; null where nothing is to be done. */
  readonly next: string | null
}

export function well(name: string, what: string): Finding {
  return { name, state: 'well', what, next: null }
}

/** Something that would be good to have. */
export function spare(name: string, what: string, next: string | null = null): Finding {
  return { name, state: 'spare', what, next }
}

export function ill(name: string, what: string, next: string): Finding {
  return { name, state: 'ill', what, next }
}
