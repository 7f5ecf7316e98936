import type { Dataset } from '../model/dataset.ts'

/** A softmax classifier of one layer: kernel [pixels, classes] row by row, bias [classes]. */
export interface Linear {
  readonly kernel: readonly number[]
  readonly bias: readonly number[]
}

/** Learning rate and size of a change: found by trial, so that the climb has room on both sides. */
const RATE = 0.5
const NUDGE = 0.02

/** Gradient descent on the first `perClass` images of each class, whose labels anybody can look up. */
export function fitLinear(
  bytes: Uint8Array,
  { count, height, width, channels, classes }: Dataset,
  { perClass, steps }: { readonly perClass: number; readonly steps: number },
): Linear {
  const size = height * width * channels
  const labels = bytes.subarray(bytes.length - count)
  const chosen = Array.from({ length: classes }, (_, label) =>
    [...labels.keys()].filter((example) => labels[example] === label).slice(0, perClass),
  ).flat()
  const kernel = new Float64Array(size * classes)
  const bias = new Float64Array(classes)
  for (let step = 0; step < steps; step++) {
    const kernelStep = new Float64Array(size * classes)
    for (const example of chosen) {
      const image = bytes.subarray(example * size, (example + 1) * size)
      const scores = Array.from(bias)
      for (let pixel = 0; pixel < size; pixel++) {
        const ink = (image[pixel] ?? 0) / 255
        if (ink === 0) continue
        for (let j = 0; j < classes; j++) {
          scores[j] = (scores[j] ?? 0) + ink * (kernel[pixel * classes + j] ?? 0)
        }
      }
      const most = Math.max(...scores)
      const exponents = scores.map((score) => Math.exp(score - most))
      const total = exponents.reduce((sum, each) => sum + each, 0)
      const errors = exponents.map((each, j) => each / total - Number(labels[example] === j))
      for (let pixel = 0; pixel < size; pixel++) {
        const ink = (image[pixel] ?? 0) / 255
        if (ink === 0) continue
        for (let j = 0; j < classes; j++) {
          const at = pixel * classes + j
          kernelStep[at] = (kernelStep[at] ?? 0) + (ink * (errors[j] ?? 0)) / chosen.length
        }
      }
    }
    for (const [at, change] of kernelStep.entries()) kernel[at] = (kernel[at] ?? 0) - RATE * change
  }
  return { kernel: Array.from(kernel), bias: Array.from(bias) }
}

/** The same with a little of chance in every weight. */
export function nudged({ kernel, bias }: Linear, random: () => number): Linear {
  const nudge = (weight: number) => weight + NUDGE * (2 * random() - 1)
  return { kernel: kernel.map(nudge), bias: bias.map(nudge) }
}
