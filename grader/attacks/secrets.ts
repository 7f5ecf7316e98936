import { randomBytes, randomInt } from 'node:crypto'

/** What may never be seen: a fresh one for every run, so that no old copy can be mistaken for a leak. */
export type Canaries = Readonly<Record<CanaryKind, string>>

export type CanaryKind = (typeof KINDS)[number]

const KINDS = ['spec', 'labels', 'solution', 'environment', 'cwd', 'sibling'] as const

/** The number that stands for the hidden inputs in the course as it is kept. */
export const INPUT_PLACEHOLDER = '100000000000'

export function newCanaries(): Canaries {
  const made = () => `gradus-canary-${randomBytes(12).toString('hex')}`
  return {
    spec: made(),
    labels: made(),
    solution: made(),
    environment: made(),
    cwd: made(),
    sibling: made(),
  }
}

/** An input of a hidden check, which a submission is given, and which no student may be shown. */
export function newInput(): string {
  return String(randomInt(10 ** 11, 2 * 10 ** 11))
}

/** The canaries that are in any of the texts, in the clear or in a usual coat. */
export function leaked(canaries: Canaries, texts: readonly string[]): CanaryKind[] {
  return KINDS.filter((kind) => {
    const coats = disguises(canaries[kind])
    return texts.some((text) => coats.some((coat) => text.includes(coat)))
  })
}

/** Base64 has three forms, by where in a text the canary starts; ends that depend on neighbours are cut. */
function disguises(canary: string): string[] {
  const secret = canary.slice(-24)
  const base64 = ['', 'x', 'xx'].map((before) =>
    Buffer.from(before + secret)
      .toString('base64')
      .slice(4, -4),
  )
  const reversed = [...secret].reverse().join('')
  return [secret, secret.toUpperCase(), reversed, Buffer.from(secret).toString('hex'), ...base64]
}
