import type { Chance } from './chance.ts'
import { type Coat, insideOfEar, luminance, type Rgb, shade } from './colour.ts'
import type { Look } from './look.ts'
import { d, ellipse, group, mirrored, n, path } from './svg.ts'

const BLACK: Rgb = [22, 18, 18]
const WHITE: Rgb = [255, 255, 255]
const TONGUE: Rgb = [232, 120, 130]
const IRISES: readonly [Rgb, ...Rgb[]] = [
  [84, 50, 26],
  [120, 74, 34],
  [56, 36, 24],
  [120, 150, 180],
]

/** Around (0, 0), 50 wide and somewhat longer, ears aside. Uses the gradient `fur`. */
export function dogHead(chance: Chance, look: Look): string {
  const { coat, turn } = look
  const length = chance.between(0.9, 1.12)
  const width = chance.between(0.92, 1.12)
  const { behind, before } = ears(chance, coat)
  const shift = `translate(${n(-2 * turn)} 0)`
  return group(
    `scale(${n(width)} 1)`,
    group(shift, behind),
    group(`scale(1 ${n(length)})`, path(SKULL, { fill: 'url(#fur)' }), face(chance, look)),
    group(shift, before),
  )
}

const SKULL =
  'M-25-6C-26-23-14-29 0-29C14-29 26-23 25-6C25 5 20 11 17 18C15 27 8 33 0 33C-8 33-15 27-17 18C-20 11-25 5-25-6Z'

/** Standing ones, as cats have them, are among them, but not often. */
const EARS = ['drop', 'drop', 'drop', 'long', 'long', 'button', 'button', 'rose', 'prick'] as const

/** Behind the skull when they stand, before it when they hang. */
function ears(chance: Chance, coat: Coat): { readonly behind: string; readonly before: string } {
  const fill = coat.mark
  const kind = chance.pick(EARS)
  if (kind === 'drop' || kind === 'long') {
    const end = kind === 'long' ? chance.between(24, 34) : chance.between(8, 18)
    const flap = d`M-15 -27C-28 -32 -38 -18 -39 ${end - 14}C-40 ${end} -29 ${end + 5} -26 ${end - 8}C-23 -4 -22 -12 -15 -27Z`
    return { behind: '', before: mirrored(path(flap, { fill })) }
  }
  if (kind === 'button') {
    const before = path('M-8-28C-16-36-26-33-29-25C-33-16-35-8-31-3C-26-8-19-14-12-20Z', { fill })
    return { behind: '', before: mirrored(before) }
  }
  if (kind === 'rose') {
    const behind = path('M-12-26C-24-32-38-26-44-12C-36-10-28-8-22-10Z', { fill })
    return { behind: mirrored(behind), before: '' }
  }
  const behind = path('M-25-10C-31-26-30-42-25-50C-17-44-8-35-4-26Z', { fill })
  const inner = path('M-22-16C-26-28-26-38-24-43C-18-38-12-32-9-27Z', {
    fill: insideOfEar(chance, coat),
  })
  return { behind: mirrored(behind, inner), before: '' }
}

function face(chance: Chance, { coat, turn }: Look): string {
  const aside = n(1 - 0.1 * Math.abs(turn))
  return [
    group(`translate(${n(4 * turn)} 0) scale(${aside} 1)`, markings(chance, coat), eyes(chance)),
    // the nose stands out, so it moves more than the eyes
    group(`translate(${n(8 * turn)} 0) scale(${aside} 1)`, snout(chance, coat)),
  ].join('')
}

function markings(chance: Chance, { mark, light, pattern }: Look['coat']): string {
  if (pattern === 'patches') {
    const side = chance.side()
    const patch = path('M-3-24C-18-26-27-14-22 0C-14 5-5 2-4-6Z', { fill: mark, opacity: 0.9 })
    return group(`scale(${side} 1)`, patch)
  }
  if (pattern === 'mask') return path('M-4-28Q-2-10-11 8L11 8Q2-10 4-28Z', { fill: light })
  if (pattern === 'stripes') return mirrored(ellipse(-10, -14, 3.4, 2.4, { fill: light }))
  return ''
}

function eyes(chance: Chance): string {
  if (chance.happens(0.06)) {
    return mirrored(path('M-15-4Q-11-8-6-4', { stroke: BLACK, width: 1.8 }))
  }
  const size = chance.between(3.4, 4.8)
  return mirrored(
    ellipse(-10.5, -5, size + 0.9, size + 0.5, { fill: BLACK }),
    ellipse(-10.5, -5, size, size, { fill: chance.pick(IRISES) }),
    ellipse(-10.5, -5, size * 0.6, size * 0.6, { fill: BLACK }),
    ellipse(-9, -6.8, 1.2, 1.2, { fill: WHITE }),
  )
}

function snout(chance: Chance, { base, light }: Look['coat']): string {
  const size = chance.between(0.9, 1.2)
  const line = luminance(base) < 0.3 ? shade(base, 0.3) : shade(base, 0.4)
  const tongue = chance.happens(0.4)
    ? path(d`M-4.5 23Q-6 ${chance.between(34, 42)} 0 ${chance.between(36, 43)}Q6 36 4.5 23Z`, {
        fill: TONGUE,
      })
    : ''
  return [
    tongue,
    ellipse(0, 18, 13.5 * size, 12.5 * size, { fill: light }),
    path('M0 14V21M0 21Q-6 27-12 22M0 21Q6 27 12 22', { stroke: line, width: 1.5 }),
    path('M-7.5 8C-7 4 7 4 7.5 8C7.5 12 3 15 0 15.5C-3 15-7.5 12-7.5 8Z', { fill: BLACK }),
    ellipse(-2.4, 7.6, 2.2, 1.2, { fill: WHITE, opacity: 0.55 }),
  ].join('')
}
