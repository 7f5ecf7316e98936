import * as tf from '@tensorflow/tfjs'
import { Lottery, parkMiller } from './lottery.js'

/** All same pairs of a class are listed and drawn without repeats; different pairs come first. */
export async function buildPairs(
  images: tf.Tensor2D,
  labels: number[],
  pairsPerClass: number,
  seed: number,
): Promise<{ a: tf.Tensor2D; b: tf.Tensor2D; same: number[] }> {
  const random = parkMiller(seed)
  const rows = new Map<number, number[]>()
  labels.forEach((label, row) => {
    rows.set(label, [...(rows.get(label) ?? []), row])
  })
  const pots = new Map([...rows].map(([label, own]) => [label, new Lottery(own, random)] as const))
  const chosen: { pair: [number, number]; same: number }[] = []
  for (const label of rows.keys()) {
    const others = new Lottery(
      [...rows.keys()].filter((other) => other !== label),
      random,
    )
    for (let i = 0; i < pairsPerClass; i++) {
      const one = pots.get(label)?.draw() ?? 0
      chosen.push({ pair: [one, pots.get(others.draw())?.draw() ?? 0], same: 0 })
    }
  }
  for (const own of rows.values()) {
    const all = own.flatMap((p) => own.filter((q) => q < p).map((q): [number, number] => [p, q]))
    const pot = new Lottery(all, random)
    for (let i = 0; i < pairsPerClass; i++) chosen.push({ pair: pot.draw(), same: 1 })
  }
  const list = await images.array()
  const side = (i: 0 | 1) => tf.tensor2d(chosen.map(({ pair }) => list[pair[i]] ?? []))
  return { a: side(0), b: side(1), same: chosen.map(({ same }) => same) }
}
