import * as tf from '@tensorflow/tfjs'
import { dataset, type JudgesBackbone, type LabelledImages } from '#kit'

/** What is learnt anew on each data set: digits that the backbone has never seen, three of ten kinds of things. */
const CLASSES: Readonly<Record<string, readonly number[]>> = {
  digits: [5, 6, 7, 8, 9],
  'cifar-10': [0, 5, 8],
  'cats-vs-dogs': [0, 1],
}

export interface Pictures {
  /** [n, height, width, channels], in the backbone's range. */
  readonly images: tf.Tensor4D
  /** From 0 to `classes` - 1. */
  readonly labels: number[]
  readonly classes: number
}

/** Examples for the submission, in an order that mixes the classes. */
export function examples(backbone: JudgesBackbone, perClass: number): Pictures {
  const classes = CLASSES[dataset.name] ?? []
  return readable(backbone, dataset.training({ perClass, classes: [...classes] }), classes)
}

/** Other pictures of the same classes, which stay here. */
export function heldOut(backbone: JudgesBackbone, perClass: number): Pictures {
  const classes = CLASSES[dataset.name] ?? []
  return readable(backbone, dataset.heldOut({ perClass, classes: [...classes] }), classes)
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
  const isFit = side === height && side === width
  const sized = isFit ? square : tf.image.resizeBilinear(square, [height, width], false, true)
  return {
    images: sized.mul(high - low).add<tf.Tensor4D>(low),
    labels: labels.map((label) => classes.indexOf(label)),
    classes: classes.length,
  }
}
