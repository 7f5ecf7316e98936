import type { Chance } from './chance.ts'
import { hex, type Rgb, shade } from './colour.ts'
import type { Look } from './look.ts'
import { d, ellipse, group, n, path } from './svg.ts'

export type Species = 'cat' | 'dog'
export type Pose = 'portrait' | 'sitting' | 'standing' | 'lying'

/** An animal without its head, on a square of 100 x 100, and where the head belongs. */
export interface Body {
  readonly behind: string
  readonly head: { readonly x: number; readonly y: number; readonly scale: number }
}

type Builder = (chance: Chance, species: Species, look: Look) => Body

const FUR = 'url(#body)'

export const bodies: Readonly<Record<Pose, Builder>> = {
  portrait(chance, species, look) {
    const half = species === 'cat' ? chance.between(25, 34) : chance.between(28, 38)
    const { light } = look.coat
    return {
      behind: [
        path(
          d`M${50 - half} 125C${50 - half} 90 34 78 34 62L66 62C66 78 ${50 + half} 90 ${50 + half} 125Z`,
          {
            fill: FUR,
          },
        ),
        path('M40 72Q50 88 60 72L58 112Q50 118 42 112Z', { fill: light, opacity: 0.85 }),
        collar(look, 'M31 83Q50 98 69 83', 5),
      ].join(''),
      head: { x: 50, y: 51, scale: chance.between(0.92, 1.05) },
    }
  },

  sitting(chance, species, look) {
    const { light, mark } = look.coat
    const wide = species === 'cat' ? chance.between(0.85, 1.05) : chance.between(0.9, 1.1)
    const tail =
      species === 'cat'
        ? d`M70 91C94 96 96 ${chance.between(60, 78)} ${chance.between(82, 92)} ${chance.between(52, 66)}`
        : d`M70 90C80 90 88 82 ${chance.between(86, 96)} ${chance.between(66, 80)}`
    const body = [
      path(tail, { stroke: mark, width: species === 'cat' ? 5.5 : 7 }),
      path('M37 42C26 58 21 78 25 96L75 96C79 78 74 58 63 42Z', { fill: FUR }),
      ellipse(30, 84, 11, 13, { fill: FUR }),
      ellipse(70, 84, 11, 13, { fill: FUR }),
      ellipse(50, 62, 10, 15, { fill: light, opacity: 0.85 }),
      ...[42, 58].flatMap((x) => [
        path(d`M${x} 64V94`, { stroke: shade(look.coat.base, 0.93), width: 9 }),
        ellipse(x, 96, 6.5, 4, { fill: light }),
      ]),
      collar(look, 'M39 50Q50 58 61 50', 4),
    ].join('')
    return {
      behind: group(`translate(50 0) scale(${n(wide)} 1) translate(-50 0)`, body),
      head: { x: 50, y: 31, scale: chance.between(0.72, 0.84) },
    }
  },

  standing(chance, species, look) {
    const { base, light, mark } = look.coat
    const cat = species === 'cat'
    const belly = cat ? chance.between(11, 14) : chance.between(12, 16)
    const leg = (x: number, shadow: number) =>
      path(d`M${x} 66L${x + chance.between(-3, 3)} 94`, {
        stroke: shade(base, shadow),
        width: cat ? 6.5 : 7.5,
      })
    const tail = cat
      ? d`M80 58C94 54 86 ${chance.between(28, 40)} ${chance.between(88, 98)} ${chance.between(22, 34)}`
      : d`M80 56Q90 52 ${chance.between(88, 96)} ${chance.between(36, 48)}`
    const spots =
      look.coat.pattern === 'patches'
        ? ellipse(chance.between(50, 70), 56, 9, 6, { fill: mark, opacity: 0.85 })
        : stripesOn(look)
    return {
      behind: [
        path(tail, { stroke: mark, width: cat ? 4.8 : 6 }),
        leg(40, 0.8),
        leg(72, 0.8),
        ellipse(56, 61, 28, belly, { fill: FUR }),
        spots,
        path('M24 40L44 48L44 70L30 62Z', { fill: FUR }),
        leg(34, 1),
        leg(77, 1),
        ellipse(33, 95, 5, 3, { fill: light }),
        ellipse(77, 95, 5, 3, { fill: light }),
        collar(look, 'M26 55Q34 60 42 52', 4),
      ].join(''),
      head: { x: 31, y: 37, scale: chance.between(0.7, 0.82) },
    }
  },

  lying(chance, species, look) {
    const { light, mark } = look.coat
    const tail =
      species === 'cat'
        ? d`M88 82C100 92 70 ${chance.between(93, 99)} 56 94`
        : d`M88 80Q98 84 ${chance.between(92, 98)} ${chance.between(60, 90)}`
    return {
      behind: [
        path('M30 92C28 64 52 56 70 60C90 64 96 80 90 93Z', { fill: FUR }),
        ellipse(76, 82, 14, 12, { fill: FUR }),
        stripesOn(look),
        path(tail, { stroke: mark, width: species === 'cat' ? 5 : 6.5 }),
        ellipse(26, 92, 10, 4.5, { fill: light }),
        ellipse(46, 93, 10, 4.5, { fill: light }),
        collar(look, 'M26 76Q36 86 46 76', 4),
      ].join(''),
      head: { x: 38, y: 58, scale: chance.between(0.76, 0.88) },
    }
  },
}

function stripesOn({ coat: { pattern, mark } }: Look): string {
  if (pattern !== 'stripes') return ''
  return [52, 60, 68, 76]
    .map((x) => path(d`M${x} 51Q${x + 3} 56 ${x} 63`, { stroke: mark, width: 2.5, opacity: 0.8 }))
    .join('')
}

function collar({ collar: colour }: Look, shape: string, width: number): string {
  return colour === null ? '' : path(shape, { stroke: colour, width })
}

/** The gradients that bodies and heads are painted with. */
export function furs(base: Rgb): string {
  const stops = (light: number, dark: number) =>
    `<stop offset="0" stop-color="${hex(shade(base, light))}"/>` +
    `<stop offset="1" stop-color="${hex(shade(base, dark))}"/>`
  return (
    `<radialGradient id="fur" cx="0.42" cy="0.3" r="0.75">${stops(1.12, 0.78)}</radialGradient>` +
    `<linearGradient id="body" x1="0" y1="0" x2="0.3" y2="1">${stops(1.05, 0.68)}</linearGradient>`
  )
}
