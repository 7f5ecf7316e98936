const LENGTH = 500

/**
 * Untrusted text made fit to be kept and shown: one line, no control, format or bidirectional characters,
 * at most 500 code points.
 */
export function plainText(text: string): string {
  // cut first: a hostile message has as many characters as a reply may have bytes
  const clean = text
    .slice(0, 8 * LENGTH)
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  const points = Array.from(clean)
  return points.length <= LENGTH ? clean : `${points.slice(0, LENGTH - 1).join('')}…`
}
