import * as tf from '@tensorflow/tfjs'
import { dataset, type JudgesBackbone, type LabelledImages } from '#kit'

interface Lesson {
  readonly classes: readonly number[]
  /** Examples of each class to learn from, and to judge by: a large backbone takes its time over each. */
  readonly few: number
  readonly many: number
}

/** What is learnt anew on each data set: digits that the backbone has never seen, three of ten kinds of things. */
const LESSONS: Readonly<Record<string, Lesson>> = {
  digits: { classes: [5, 6, 7, 8, 9], few: 5, many: 160 },
  // Aeroplanes, dogs and ships.
  'cifar-10': { classes: [0, 5, 8], few: 10, many: 50 },
  'cats-vs-dogs': { classes: [0, 1], few: 10, many: 75 },
}

export interface Pictures {
  /** [n, height, width, channels], in the backbone's range. */
  readonly images: tf.Tensor4D
  /** The same at the size in which they came. */
  readonly small: tf.Tensor4D
  /** From 0 to `classes` - 1. */
  readonly labels: number[]
  readonly classes: number
}

/** Examples for the submission, in an order that mixes the classes. */
export function examples(backbone: JudgesBackbone): Pictures {
  const { classes, few } = lesson()
  return readable(backbone, dataset.training({ perClass: few, classes }), classes)
}

/** Other pictures of the same classes, which stay here. */
export function heldOut(backbone: JudgesBackbone): Pictures {
  const { classes, many } = lesson()
  return readable(backbone, dataset.heldOut({ perClass: many, classes }), classes)
}

function lesson(): Lesson {
  const { [dataset.name]: found } = LESSONS
  if (found === undefined) throw new Error(`There is no lesson on ${dataset.name} in pictures.ts.`)
  return found
}

/** As the backbone reads them: square pictures, enlarged where they are smaller. */
function readable(
  { height, width, channels, range }: JudgesBackbone,
  { images, labels }: LabelledImages,
  classes: readonly number[],
): Pictures {
  const [low, high] = range
  const side = Math.sqrt(images.shape[1] / channels)
  const square = images.as4D(labels.length, side, side, channels)
  const small = square.mul(high - low).add<tf.Tensor4D>(low)
  const isFit = side === height && side === width
  return {
    images: isFit ? small : tf.image.resizeBilinear(small, [height, width], false, true),
    small,
    labels: labels.map((label) => classes.indexOf(label)),
    classes: classes.length,
  }
}
