import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Images } from './pack.ts'

const SIDE = 28
const DIGITS = Array.from({ length: 10 }, (_, digit) => digit)

/** The package's version, as part of a file's name. */
export function digitsEdition(): string {
  const require = createRequire(import.meta.url)
  const manifest: unknown = JSON.parse(readFileSync(require.resolve('mnist/package.json'), 'utf8'))
  return `of-mnist-${String(Reflect.get(Object(manifest), 'version'))}`
}

/**
 * Real handwritten digits: the 10,000 of the `mnist` package (MIT), 28 x 28, ink 255 on 0. Takes half a second:
 * they come as decimal fractions in JSON.
 */
export function readDigits(): Images {
  const require = createRequire(import.meta.url)
  const classes = DIGITS.map((digit) => {
    const file: unknown = JSON.parse(
      readFileSync(require.resolve(`mnist/src/digits/${digit}.json`), 'utf8'),
    )
    return Uint8Array.from(fractions(file), (ink) => Math.round(255 * ink))
  })
  const labels = classes.flatMap((pixels, digit) =>
    Array.from({ length: pixels.length / SIDE ** 2 }, () => digit),
  )
  return {
    height: SIDE,
    width: SIDE,
    channels: 1,
    pixels: Buffer.concat(classes),
    labels: Uint8Array.from(labels),
  }
}

function fractions(file: unknown): readonly number[] {
  const data: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, 'data') : null
  if (!Array.isArray(data)) throw new TypeError('The mnist package has another form than expected.')
  return data
}
