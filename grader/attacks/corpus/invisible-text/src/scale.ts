export function scale(): never {
  throw new Error('\u202e001 / 001\u202c \u2066x\u2069 \u200bpa\u200dss\ufeff \u{e0067}\u{e0068} \ud800 \0 \u00ad\u2028::\u2029')
}
