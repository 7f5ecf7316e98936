import type * as tf from '@tensorflow/tfjs'
import type { LabelledImages } from '#kit'
import type { OpenedModel } from './open-model.ts'

/** A unit that fires on fewer images of every class than this is dead. */
const LIVE = 0.1

/** A selective unit is on average so many times as active on its class as on all others. */
export const SELECTIVE = 3

/** Stands for the mean activation of a model that shows no image: larger than any trained code has. */
const UNCOUNTED = 10

/** What the judge sees in an autoencoder on images that it was not trained on. */
export interface Quality {
  /** Mean over all pixels. */
  readonly meanSquaredError: number
  /** Mean over all activations, or `UNCOUNTED`. */
  readonly meanActivation: number
  /** Share of all units that are live and selective; 0 for a model that shows no image. */
  readonly selectiveUnits: number
}

/**
 * Silence is easy: dead units have the smallest mean of all. So the code of a model counts only where the model
 * reconstructs better than a picture that is always the same, at best the mean of these images.
 */
export async function qualityOf(model: OpenedModel, seen: LabelledImages): Promise<Quality> {
  const { images, labels } = seen
  const { code, output } = model.predict(images)
  const meanSquaredError = await numberOf(images.sub(output).square().mean())
  const constant = await numberOf(images.sub(images.mean(0)).square().mean())
  const meanActivation = await numberOf(code.mean())
  if (Number.isNaN(meanSquaredError)) {
    return { meanSquaredError, meanActivation: Number.NaN, selectiveUnits: Number.NaN }
  }
  const counts = meanSquaredError < constant
  const units = await code.transpose<tf.Tensor2D>().array()
  const ratios = units.map((unit) => selectivityOf(unit, labels)?.ratio ?? 0)
  const selective = ratios.filter((ratio) => ratio >= SELECTIVE)
  return {
    meanSquaredError,
    meanActivation: counts ? meanActivation : UNCOUNTED,
    selectiveUnits: counts ? selective.length / code.shape[1] : 0,
  }
}

export interface Selectivity {
  /** The class on whose images the unit is most active. */
  readonly label: number
  /** Mean activation on it, over the mean of the other classes' means; may be infinite. */
  readonly ratio: number
}

/**
 * What a unit prefers, or null for a dead one.
 * @param activations of one unit, on images with these labels.
 */
export function selectivityOf(
  activations: readonly number[],
  labels: readonly number[],
): Selectivity | null {
  const classes = [...new Set(labels)].map((label) => {
    const own = activations.filter((_, i) => labels[i] === label)
    const firing = own.filter((activation) => activation > 0).length / own.length
    return { label, firing, mean: mean(own) }
  })
  if (classes.every(({ firing }) => firing < LIVE)) return null
  const [favourite, ...others] = classes.toSorted((a, b) => b.mean - a.mean)
  if (favourite === undefined) return null
  return { label: favourite.label, ratio: favourite.mean / mean(others.map((each) => each.mean)) }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export async function numberOf(scalar: tf.Tensor): Promise<number> {
  const [value = Number.NaN] = await scalar.data()
  return value
}
