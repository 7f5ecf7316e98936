import type { Chance } from './chance.ts'
import { hex, type Rgb, shade, vary } from './colour.ts'
import { d, ellipse, group, n, path, rect } from './svg.ts'

const GREENS: readonly [Rgb, ...Rgb[]] = [
  [96, 150, 60],
  [70, 120, 58],
  [150, 170, 80],
]
const SKIES: readonly [Rgb, ...Rgb[]] = [
  [150, 200, 235],
  [190, 210, 225],
  [240, 200, 160],
  [70, 80, 120],
]
const WALLS: readonly [Rgb, ...Rgb[]] = [
  [220, 205, 180],
  [170, 190, 200],
  [200, 160, 150],
  [120, 130, 110],
  [235, 235, 230],
  [80, 80, 95],
]
const FLOORS: readonly [Rgb, ...Rgb[]] = [
  [150, 105, 70],
  [190, 150, 110],
  [110, 110, 115],
  [205, 200, 195],
]
const BRIGHT: readonly [Rgb, ...Rgb[]] = [
  [210, 60, 60],
  [60, 110, 200],
  [240, 190, 60],
  [80, 160, 100],
  [160, 90, 170],
  [245, 240, 230],
]

/** What lies behind the animal, on a square of 100 x 100. */
export function background(chance: Chance): string {
  return chance.pick([meadow, room, sofa, blurred, plain])(chance)
}

function meadow(chance: Chance): string {
  const horizon = chance.between(30, 65)
  const green = vary(chance, chance.pick(GREENS), 20)
  const hills = chance.times(2, () =>
    ellipse(chance.between(0, 100), horizon + 6, chance.between(25, 50), chance.between(8, 20), {
      fill: shade(green, chance.between(0.6, 0.9)),
    }),
  )
  const bushes = chance.times(chance.integer(0, 4), () =>
    ellipse(chance.between(0, 100), horizon, chance.between(5, 14), chance.between(6, 18), {
      fill: shade(green, chance.between(0.5, 0.8)),
    }),
  )
  const tufts = chance.times(30, () => blade(chance, horizon + 5, 100, shade(green, 0.8)))
  return [
    rect(0, 0, 100, 100, { fill: vary(chance, chance.pick(SKIES), 15) }),
    ...hills,
    ...bushes,
    rect(0, horizon, 100, 100, { fill: green }),
    ...tufts,
  ].join('')
}

function room(chance: Chance): string {
  const floor = chance.between(60, 85)
  const wall = vary(chance, chance.pick(WALLS), 15)
  const wood = vary(chance, chance.pick(FLOORS), 15)
  const stripes = chance.happens(0.4)
    ? chance.times(9, (index) =>
        rect(index * 12, 0, 5, floor, { fill: shade(wall, 0.9), opacity: 0.7 }),
      )
    : []
  const boards = chance.times(7, (index) =>
    path(d`M0 ${floor + index * 6}H100`, { stroke: shade(wood, 0.8), width: 0.7 }),
  )
  const left = chance.between(0, 70)
  const picture = chance.happens(0.5)
    ? rect(left, chance.between(4, 20), chance.between(15, 30), chance.between(15, 25), {
        fill: vary(chance, chance.pick(BRIGHT), 20),
        stroke: shade(wall, 0.5),
        width: 2,
      })
    : ''
  return [
    rect(0, 0, 100, 100, { fill: wall }),
    ...stripes,
    picture,
    rect(0, floor, 100, 100, { fill: wood }),
    ...boards,
    rect(0, floor - 2, 100, 2.5, { fill: shade(wall, 1.25) }),
  ].join('')
}

function sofa(chance: Chance): string {
  const cloth = vary(chance, chance.pick([...BRIGHT, ...WALLS]), 20)
  const back = chance.between(20, 45)
  return [
    rect(0, 0, 100, 100, { fill: vary(chance, chance.pick(WALLS), 15) }),
    rect(-5, back, 110, 100, { fill: shade(cloth, 0.85) }),
    path(d`M50 ${back}V80`, { stroke: shade(cloth, 0.6), width: 1 }),
    rect(-5, 78, 110, 30, { fill: cloth }),
    path('M0 78H100', { stroke: shade(cloth, 0.6), width: 1.2 }),
    ...chance.times(chance.integer(0, 2), () =>
      group(
        `translate(${n(chance.between(5, 95))} ${n(chance.between(50, 75))}) rotate(${chance.integer(-40, 40)})`,
        rect(-12, -12, 24, 24, { fill: vary(chance, chance.pick(BRIGHT), 20) }),
      ),
    ),
  ].join('')
}

function blurred(chance: Chance): string {
  const base = vary(chance, chance.pick([...GREENS, ...WALLS]), 30)
  const lights = chance.times(chance.integer(10, 24), () => {
    const radius = chance.between(3, 16)
    return ellipse(chance.between(0, 100), chance.between(0, 100), radius, radius, {
      fill: vary(chance, chance.pick([...BRIGHT, base]), 30),
      opacity: chance.between(0.12, 0.4),
    })
  })
  return rect(0, 0, 100, 100, { fill: base }) + lights.join('')
}

function plain(chance: Chance): string {
  const one = vary(chance, chance.pick([...WALLS, ...BRIGHT, ...FLOORS]), 25)
  const other = shade(one, chance.between(0.5, 1.3))
  const stops = `<stop offset="0" stop-color="${hex(one)}"/><stop offset="1" stop-color="${hex(other)}"/>`
  const [x, y] = [chance.integer(0, 1), chance.integer(0, 1)]
  return (
    `<linearGradient id="paper" x1="${x}" y1="${y}" x2="${1 - x}" y2="1">${stops}</linearGradient>` +
    rect(0, 0, 100, 100, { fill: 'url(#paper)' })
  )
}

/** What stands before the animal; often nothing. */
export function foreground(chance: Chance): string {
  if (chance.happens(0.45)) return ''
  return chance.pick([grass, edge, ball, leaves, box])(chance)
}

function grass(chance: Chance): string {
  const green = vary(chance, chance.pick(GREENS), 25)
  const reach = chance.between(78, 92)
  return chance
    .times(70, () => blade(chance, reach, 112, shade(green, chance.between(0.7, 1.2))))
    .join('')
}

function blade(chance: Chance, top: number, bottom: number, stroke: Rgb): string {
  const x = chance.between(0, 100)
  const y = chance.between(top + 4, bottom)
  const lean = chance.between(-4, 4)
  const height = chance.between(4, 12)
  return path(d`M${x} ${y}Q${x} ${y - height / 2} ${x + lean} ${y - height}`, {
    stroke,
    width: 0.9,
  })
}

/** A door or a curtain at one side. */
function edge(chance: Chance): string {
  const width = chance.between(8, 24)
  const fill = vary(chance, chance.pick([...WALLS, ...BRIGHT, ...FLOORS]), 25)
  const x = chance.happens(0.5) ? 0 : 100 - width
  return rect(x, 0, width, 100, { fill }) + rect(x, 0, 1.5, 100, { fill: shade(fill, 0.7) })
}

function ball(chance: Chance): string {
  const fill = vary(chance, chance.pick(BRIGHT), 20)
  const [x, y, r] = [chance.between(8, 92), chance.between(76, 94), chance.between(5, 12)]
  return (
    ellipse(x, y, r, r, { fill }) +
    path(d`M${x - r} ${y}Q${x} ${y - r * 0.7} ${x + r} ${y}`, {
      stroke: shade(fill, 1.5),
      width: 1.5,
    })
  )
}

function leaves(chance: Chance): string {
  const green = vary(chance, chance.pick(GREENS), 25)
  const [x, y] = [chance.pick([0, 100]), chance.between(30, 100)]
  return chance
    .times(7, () =>
      group(
        `translate(${n(x)} ${n(y)}) rotate(${chance.integer(0, 359)})`,
        path('M0 0Q14-8 28 0Q14 8 0 0Z', { fill: shade(green, chance.between(0.6, 1.15)) }),
      ),
    )
    .join('')
}

/** The rim of a box or a table that the animal looks over. */
function box(chance: Chance): string {
  const fill = vary(chance, chance.pick([...FLOORS, ...BRIGHT]), 20)
  const top = chance.between(80, 92)
  return rect(0, top, 100, 40, { fill }) + rect(0, top, 100, 2, { fill: shade(fill, 1.25) })
}
