import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { declaration } from './declarations.ts'

test.each([
  ['export function conv2d(image) {}', 17],
  ['export async function conv2d(image) {}', 23],
  ['export default function conv2d() {}', 25],
  ['export function* conv2d() {}', 18],
  ['export const conv2d = (image) => image', 14],
  ['  export let conv2d: Layer', 14],
  ['function conv2d(image) {}\nexport { conv2d }', 10],
])('finds the name in %j', (text, column) => {
  expect(declaration(`// conv2d\n${text}`, 'conv2d')).toEqual({ line: 2, column })
})

test('is not misled by another name that begins alike, a call or a comment', () => {
  const text = '// export function conv2d\nconst conv2dFast = 1\nconv2d(1)\nfunctionconv2d()\n'
  expect(declaration(text, 'conv2d')).toBeNull()
})

test.each(['(', '[', '-+', 'export function ', '\t', 'export {', '\n'])(
  'takes no time for 2 MB of %j, which would overflow the stack of a parser',
  (unit) => {
    const text = unit.repeat(2_000_000 / unit.length)
    const start = performance.now()
    expect(declaration(text, 'conv2d')).toBeNull()
    expect(performance.now() - start).toBeLessThan(2000)
  },
)
