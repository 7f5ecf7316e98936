import type * as tf from '@tensorflow/tfjs'
import { dataset, type JudgesBackbone, type LabelledImages } from '#kit'

/** Digits that the backbone has never seen. */
const CLASSES = [5, 6, 7, 8, 9]

export interface Pictures {
  /** [n, height, width, channels], in the backbone's range. */
  readonly images: tf.Tensor4D
  /** From 0 to `classes` - 1. */
  readonly labels: number[]
  readonly classes: number
}

/** Examples for the submission, in an order that mixes the classes. */
export function examples(backbone: JudgesBackbone, perClass: number): Pictures {
  return readable(backbone, dataset.training({ perClass, classes: CLASSES }))
}

/** Other pictures of the same classes, which stay here. */
export function heldOut(backbone: JudgesBackbone, perClass: number): Pictures {
  return readable(backbone, dataset.heldOut({ perClass, classes: CLASSES }))
}

function readable(
  { height, width, channels, range }: JudgesBackbone,
  drawn: LabelledImages,
): Pictures {
  const [low, high] = range
  const { labels } = drawn
  const images = drawn.images
    .as4D(labels.length, height, width, channels)
    .mul(high - low)
    .add<tf.Tensor4D>(low)
  return { images, labels: labels.map((label) => CLASSES.indexOf(label)), classes: CLASSES.length }
}
