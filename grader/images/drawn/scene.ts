import { bodies, furs, type Pose, type Species } from './body.ts'
import { catHead } from './cat-head.ts'
import type { Chance } from './chance.ts'
import type { Rgb } from './colour.ts'
import { dogHead } from './dog-head.ts'
import { look } from './look.ts'
import { background, foreground } from './surroundings.ts'
import { ellipse, group, n, rect } from './svg.ts'

const POSES: readonly [Pose, ...Pose[]] = ['portrait', 'portrait', 'sitting', 'standing', 'lying']

/**
 * One animal in its surroundings, as SVG of `size` x `size` pixels. Everything that says nothing about the
 * species (coat, place, pose, light, what is behind and before it) is drawn alike for both.
 */
export function petSvg(species: Species, chance: Chance, size: number): string {
  const traits = look(chance)
  const pose = chance.pick(POSES)
  const body = bodies[pose](chance, species, traits)
  const head = species === 'cat' ? catHead(chance, traits) : dogHead(chance, traits)
  const { x, y, scale } = body.head
  const tilt = chance.between(-14, 14)
  const animal = [
    pose === 'portrait' ? '' : ellipse(52, 97, 38, 4, { fill: [0, 0, 0], opacity: 0.25 }),
    body.behind,
    group(`translate(${n(x)} ${n(y)}) rotate(${n(tilt)}) scale(${n(scale)})`, head),
  ]
  const content = [
    background(chance),
    group(placement(chance, pose), ...animal),
    foreground(chance),
    light(chance),
  ]
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100">` +
    `<defs>${furs(traits.coat.base)}</defs>${content.join('')}</svg>`
  )
}

function placement(chance: Chance, pose: Pose): string {
  const size = pose === 'portrait' ? chance.between(0.72, 1.05) : chance.between(0.85, 1.1)
  const across = 50 + chance.between(-11, 11)
  const down = 50 + chance.between(-6, 8)
  const flip = chance.side()
  const turn = chance.between(-8, 8)
  return (
    `translate(${n(across)} ${n(down)}) rotate(${n(turn)}) ` +
    `scale(${n(size * flip)} ${n(size)}) translate(-50 -50)`
  )
}

const LIGHTS: readonly [Rgb, ...Rgb[]] = [
  [255, 190, 110],
  [110, 150, 255],
  [0, 0, 0],
  [255, 255, 255],
]

/** Warm or cold light, or a shadow, over all of it. */
function light(chance: Chance): string {
  const fill = chance.pick(LIGHTS)
  return rect(0, 0, 100, 100, { fill, opacity: chance.between(0, 0.22) })
}
