import type * as tf from '@tensorflow/tfjs'
import type { LabelledImages } from '#kit'
import type { OpenedModel } from './open-model.ts'

/** A unit that fires on fewer images of every class than this is dead. */
const LIVE = 0.1

/** A selective unit is on average so many times as active on its class as on all others. */
const SELECTIVE = 3

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
  const selective = (await code.transpose<tf.Tensor2D>().array()).filter((unit) =>
    isSelective(unit, labels),
  )
  return {
    meanSquaredError,
    meanActivation: counts ? meanActivation : UNCOUNTED,
    selectiveUnits: counts ? selective.length / code.shape[1] : 0,
  }
}

/** @param activations of one unit, on images with these labels. */
function isSelective(activations: readonly number[], labels: readonly number[]): boolean {
  const classes = [...new Set(labels)].map((label) =>
    activations.filter((_, i) => labels[i] === label),
  )
  const firing = classes.map(
    (all) => all.filter((activation) => activation > 0).length / all.length,
  )
  if (Math.max(...firing) < LIVE) return false
  const means = classes.map(mean)
  const favourite = means.indexOf(Math.max(...means))
  const others = means.filter((_, label) => label !== favourite)
  return (means[favourite] ?? 0) >= SELECTIVE * mean(others)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export async function numberOf(scalar: tf.Tensor): Promise<number> {
  const [value = Number.NaN] = await scalar.data()
  return value
}
