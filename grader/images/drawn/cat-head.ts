import type { Chance } from './chance.ts'
import { insideOfEar, luminance, PINK, type Rgb, shade } from './colour.ts'
import type { Look } from './look.ts'
import { d, ellipse, group, mirrored, n, path } from './svg.ts'

const BLACK: Rgb = [18, 16, 18]
const WHITE: Rgb = [255, 255, 255]
const IRISES: readonly [Rgb, ...Rgb[]] = [
  [150, 190, 60],
  [214, 178, 50],
  [96, 160, 200],
  [190, 120, 40],
  [90, 170, 110],
]

/** Around (0, 0), 60 wide; ears up to -50. Uses the gradient `fur`. */
export function catHead(chance: Chance, { coat, turn }: Look): string {
  const width = chance.between(0.92, 1.08)
  const earHeight = chance.between(0.82, 1.18)
  const ears = mirrored(ear(coat.mark, earHeight), innerEar(insideOfEar(chance, coat), earHeight))
  const face = group(
    `translate(${n(5 * turn)} 0) scale(${n(1 - 0.1 * Math.abs(turn))} 1)`,
    markings(chance, coat),
    muzzle(chance, coat.light),
    eyes(chance),
    nose(chance, coat.base),
    whiskers(chance, coat.base),
  )
  return group(
    `scale(${n(width)} 1)`,
    group(`translate(${n(-2 * turn)} 0)`, ears),
    path(SKULL, { fill: 'url(#fur)' }),
    face,
  )
}

const SKULL =
  'M-30 1C-32-19-18-28 0-28C18-28 32-19 30 1C30 6 31 10 35 15C30 16 27 17 22 20C13 27 6 28 0 28C-6 28-13 27-22 20C-27 17-30 16-35 15C-31 10-30 6-30 1Z'

function ear(mark: Rgb, height: number): string {
  const tip = -25 - 23 * height
  return path(d`M-30 -4C-35 -22 -34 ${tip + 10} -30 ${tip}C-22 ${tip + 4} -11 -32 -3 -26Z`, {
    fill: mark,
  })
}

function innerEar(fill: Rgb, height: number): string {
  const tip = -24 - 18 * height
  return path(d`M-26 -10C-30 -22 -30 ${tip + 8} -28 ${tip}C-22 ${tip + 5} -15 -31 -9 -26Z`, {
    fill,
  })
}

function markings(chance: Chance, { mark, light, pattern }: Look['coat']): string {
  if (pattern === 'stripes') {
    const stripe = (shape: string) => path(shape, { stroke: mark, width: 2.6 })
    return (
      stripe('M0-26V-14') +
      mirrored(
        stripe('M-7-25Q-5-18-7-13'),
        stripe('M-14-22Q-11-17-12-14'),
        stripe('M-29 4L-21 5'),
        stripe('M-28 11L-21 10'),
      )
    )
  }
  if (pattern === 'patches') {
    const side = chance.side()
    return group(
      `scale(${side} 1)`,
      path('M-2-27C-18-28-30-18-29 0C-22 6-8 6-4-4Z', { fill: mark, opacity: 0.9 }),
    )
  }
  if (pattern === 'mask') return path('M-5-26Q0-6-9 10L9 10Q0-6 5-26Z', { fill: light })
  return ''
}

function muzzle(chance: Chance, light: Rgb): string {
  const size = chance.between(0.9, 1.15)
  return (
    ellipse(0, 20, 6.5 * size, 4.5 * size, { fill: light }) +
    mirrored(ellipse(-6, 13.5, 8 * size, 6.2 * size, { fill: light }))
  )
}

function eyes(chance: Chance): string {
  const iris = chance.pick(IRISES)
  if (chance.happens(0.06)) {
    return mirrored(path('M-19-1Q-13 4-6-1', { stroke: BLACK, width: 1.8 }))
  }
  const slit = chance.between(1.4, 3.4)
  const open = chance.between(6, 9)
  const almond = d`M-20 -1Q-14 ${-3 - open} -5 0Q-12 6 -20 -1Z`
  return mirrored(
    path(almond, { fill: iris, stroke: BLACK, width: 1.3 }),
    ellipse(-12.5, -1.5, slit, 4.6, { fill: BLACK }),
    ellipse(-11, -3.5, 1.2, 1.2, { fill: WHITE }),
  )
}

function nose(chance: Chance, base: Rgb): string {
  const dark = chance.happens(0.6)
  const line = luminance(base) < 0.3 ? shade(base, 0.3) : shade(base, 0.4)
  return (
    path('M-4 7Q0 5.5 4 7Q2.5 11 0 11.8Q-2.5 11-4 7Z', { fill: dark ? [70, 50, 50] : PINK }) +
    path('M0 11.5V14.5M0 14.5Q-4 19-9 15.5M0 14.5Q4 19 9 15.5', { stroke: line, width: 1.2 })
  )
}

function whiskers(chance: Chance, base: Rgb): string {
  const stroke: Rgb = luminance(base) < 0.55 ? [245, 245, 245] : [90, 80, 76]
  const lift = chance.between(-4, 4)
  const hair = (y: number, end: number) =>
    path(d`M-10 ${y}Q-22 ${(y + end) / 2 - 2} -40 ${end + lift}`, { stroke, width: 0.9 })
  return mirrored(hair(11.5, 5), hair(13.5, 13), hair(15.5, 21))
}
