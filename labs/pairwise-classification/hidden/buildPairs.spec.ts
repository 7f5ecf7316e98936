import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/pairwise-classification/buildPairs.ts'
import { classesOf, countPairs, isKnown, labelledImages, rowPairs, truth } from './pairs.ts'

const { submission } = bind<typeof lab>()

/** Any seed that a student may be given: `tf.randomUniform` takes 0 for no seed. */
const anySeed = () => random.integer(1, 1_000_000)

/** So many that a partner or an image left to chance is missed once in 10^9 times. */
const MANY = 60

describe('buildPairs', () => {
  test('balance', async () => {
    const sizes = { classes: [2, 5], pairsPerClass: [1, 6] } as const
    for (const { classes, pairsPerClass } of straddling(sizes).toReversed()) {
      // Rare classes and common ones: each gets as many pairs as the others.
      const { images, labels } = labelledImages(random.integers(classes, 2, 9))
      const pairs = await submission.buildPairs(images, labels, pairsPerClass, anySeed())
      const rows = rowPairs(images, pairs)
      const counts = countPairs(rows, labels)
      const all = [...counts.same, ...counts.different]
      diagnose('build-pairs-unbalanced', rows.every(isKnown) && new Set(all).size > 1)
      const each = classesOf(labels).map(() => pairsPerClass)
      await expect([pairs.a.shape, pairs.b.shape, [pairs.same.length]]).toMatchValue([
        [2 * pairsPerClass * classes, 5],
        [2 * pairsPerClass * classes, 5],
        [2 * pairsPerClass * classes],
      ])
      await expect(counts).toMatchValue({ same: each, different: each })
    }
  })

  test('true-labels', async () => {
    for (const { classes, pairsPerClass } of straddling({
      classes: [2, 4],
      pairsPerClass: [1, 5],
    })) {
      const { images, labels } = labelledImages(random.integers(classes, 2, 6))
      const pairs = await submission.buildPairs(images, labels, pairsPerClass, anySeed())
      const rows = rowPairs(images, pairs)
      await expect(rows.filter((pair) => !isKnown(pair)).length).toMatchValue(0)
      if (!rows.every(isKnown)) return
      const right = rows.map((pair) => truth(pair, labels))
      const opposite = rows.every(({ same }, i) => same === 1 - (right[i] ?? 0))
      diagnose('build-pairs-same-inverted', opposite)
      await expect(pairs.same).toMatchValue(right)
    }
  })

  test('two-images', async () => {
    for (const { classes, images: each } of straddling({ classes: [2, 4], images: [2, 3] })) {
      const { images, labels } = labelledImages(Array.from({ length: classes }, () => each))
      const pairs = await submission.buildPairs(images, labels, 12, anySeed())
      const rows = rowPairs(images, pairs)
      const withItself = rows.filter(({ first, second }) => first === second).length
      diagnose('build-pairs-with-itself', rows.every(isKnown) && withItself > 0)
      await expect({ pairs: rows.filter(isKnown).length, withItself }).toMatchValue({
        pairs: 24 * classes,
        withItself: 0,
      })
    }
  })

  test('variety', async () => {
    const { images, labels } = labelledImages(random.integers(4, 3, 6))
    const pairs = await submission.buildPairs(images, labels, MANY, anySeed())
    const rows = rowPairs(images, pairs)
    const used = new Set(rows.flatMap(({ first, second }) => [first, second]))
    const partners = classesOf(labels).map((label) => {
      const own = rows.filter((pair) => labels[pair.first] === label && isKnown(pair))
      return new Set(own.map(({ second }) => labels[second]).filter((other) => other !== label))
        .size
    })
    const [known, always] = [rows.every(isKnown), partners.every((count) => count === 1)]
    diagnose('build-pairs-one-partner', known && always)
    diagnose('build-pairs-few-images', known && !always && used.size < labels.length)
    await expect(partners).toMatchValue([3, 3, 3, 3])
    await expect(used.size).toMatchValue(labels.length)
  })

  test('seed', async () => {
    const { images, labels } = labelledImages(random.integers(3, 4, 6))
    const seed = anySeed()
    const read = async (given: number) =>
      rowPairs(images, await submission.buildPairs(images, labels, 10, given))
    const [once, other, again] = [await read(seed), await read(seed + 1), await read(seed)]
    const alike = (these: unknown, those: unknown) =>
      JSON.stringify(these) === JSON.stringify(those)
    const found = { equalSeeds: alike(once, again), differentSeeds: alike(once, other) }
    const known = [...once, ...other, ...again].every(isKnown)
    diagnose('build-pairs-ignores-seed', known && (!found.equalSeeds || found.differentSeeds))
    await expect(once.filter(isKnown).length).toMatchValue(60)
    await expect(Number(found.equalSeeds)).toMatchValue(1)
    await expect(Number(found.differentSeeds)).toMatchValue(0)
  })

  test('leaves-inputs', async () => {
    const { images, labels } = labelledImages([3, 4, 3])
    const [heldImages, heldLabels, seed] = [await hold(images), await hold(labels), anySeed()]
    const [first, second] = await twice(
      'build-pairs-mutates-input',
      async () => rowPairs(images, await submission.buildPairs(heldImages, heldLabels, 4, seed)),
      async () => rowPairs(images, await submission.buildPairs(images, labels, 4, seed)),
    )
    // Whether they are the right pairs is for the other checks to say.
    for (const rows of [first, second]) {
      await expect(rows.filter(isKnown).length / rows.length).toMatchValue(1)
    }
  })
})
