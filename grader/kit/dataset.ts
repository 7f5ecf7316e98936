import { readFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import type { PackedImages } from '../model/dataset.ts'
import { disturb } from './disturb.ts'
import { currentFrame, type Frame } from './frame.ts'
import { seedsOfRun } from './seeds-of-run.ts'
import { sfc32, type Uniform } from './sfc32.ts'
import { shrink } from './shrink.ts'

/** Images in the order in which they were drawn: all classes mixed. */
export interface LabelledImages {
  /** [n, height * width * channels], float32 in [0, 1]. */
  readonly images: tf.Tensor2D
  /** n class numbers. */
  readonly labels: number[]
  /** [n, classes of the data set], float32. */
  readonly oneHot: tf.Tensor2D
}

/** The same as pictures, with height, width and channels apart. */
export interface LabelledPictures extends Omit<LabelledImages, 'images'> {
  /** [n, side, side, channels], float32 in [0, 1]. */
  readonly images: tf.Tensor4D
}

export interface Selection {
  /** Images of each class. */
  readonly perClass: number
  /** Class numbers; all of them by default. */
  readonly classes?: readonly number[]
}

/** For pictures: height and width to which they are shrunk, each pixel the mean of what it covers. */
interface Sized extends Selection {
  readonly side: number
}

/**
 * The lab's data set. Its examples are divided once and for all into three for training, one for feedback and
 * one for the final mark, in each class; which of them a check sees is drawn anew in every training.
 */
export const dataset = {
  /** As lab.yaml names it: what is asked for may depend on what is there. */
  get name(): string {
    return currentFrame().settings.dataset?.name ?? ''
  },
  /** Examples that may go to the submission: one a row, or pictures where a `side` is given. */
  training,
  /**
   * Examples that never leave the judge: predict with `load(model)`. They are slightly shifted, turned and
   * noised with secret numbers, so that looking pixels up in a copy of the data finds nothing; where the data
   * is drawn, these were drawn from a secret seed besides. Where lab.yaml says `shuffle-pixels`, the pixels of
   * all images have changed places too, in an order of this training.
   */
  heldOut,
}

function training(selection: Sized): LabelledPictures
function training(selection: Selection): LabelledImages
function training(selection: Selection | Sized): LabelledImages | LabelledPictures {
  return shaped(selection, (side) => draw(currentFrame(), 'training', selection, side))
}

function heldOut(selection: Sized): LabelledPictures
function heldOut(selection: Selection): LabelledImages
function heldOut(selection: Selection | Sized): LabelledImages | LabelledPictures {
  const frame = currentFrame()
  return shaped(selection, (side) => draw(frame, frame.settings.split, selection, side))
}

function shaped(
  selection: Selection | Sized,
  drawn: (side: number | null) => LabelledImages,
): LabelledImages | LabelledPictures {
  if (!('side' in selection)) return drawn(null)
  const { side } = selection
  const { images, ...rest } = drawn(side)
  return { ...rest, images: images.as4D(rest.labels.length, side, side, -1) }
}

/** Number of a run that there never is: the order of pixels has random numbers of its own. */
const PIXELS = -1

export type Part = 'training' | 'feedback' | 'final'

/** Examples of a class belong to them in turn. */
const PARTS: readonly Part[] = ['training', 'training', 'training', 'feedback', 'final']
/** The same of examples that are all held out. */
const SECRET_PARTS: readonly Part[] = ['feedback', 'final']

/** The part of the data that the i-th example of a class belongs to, from 0. */
export function partOf(i: number): Part {
  return PARTS[i % PARTS.length] ?? 'training'
}

/** What a draw needs of a frame. */
interface DrawsFrom extends Pick<Frame, 'uniform' | 'runSeeds'> {
  readonly settings: Pick<Frame['settings'], 'dataset'> & {
    readonly lab: Pick<Frame['settings']['lab'], 'shufflePixels'>
  }
}

/** The same seeds draw the same images for good: calibrations rest on it. */
export function draw(
  { uniform, settings, runSeeds }: DrawsFrom,
  part: Part,
  { perClass, classes }: Selection,
  side: number | null,
): LabelledImages {
  if (settings.dataset === null) {
    throw new Error('This lab has no data set: name one in lab.yaml, `data: [digits]`.')
  }
  const secret = part === 'training' ? null : settings.dataset.secret
  const set = contentOf(secret ?? settings.dataset)
  const parts = secret ? SECRET_PARTS : PARTS
  const wanted = classes ?? Array.from({ length: set.classes }, (_, label) => label)
  const chosen = shuffled(
    wanted.flatMap((label) => pick(set, { part, parts, label, count: perClass }, uniform)),
    uniform,
  )
  const { height, width, channels } = set
  const whole = height * width * channels
  const size = side === null ? whole : side * side * channels
  const places = Array.from({ length: size }, (_, pixel) => pixel)
  const order = settings.lab.shufflePixels
    ? shuffled(places, sfc32(seedsOfRun(runSeeds, PIXELS).random))
    : places
  const pixels = new Float32Array(chosen.length * size)
  chosen.forEach((example, row) => {
    const bytes = set.pixels.subarray(example * whole, (example + 1) * whole)
    const image = new Float32Array(whole)
    for (let pixel = 0; pixel < whole; pixel++) image[pixel] = (bytes[pixel] ?? 0) / 255
    const given = part === 'training' ? image : disturb(image, { height, width, channels }, uniform)
    const seen = side === null ? given : shrink(given, { height, width, channels }, side)
    order.forEach((pixel, place) => {
      pixels[row * size + place] = seen[pixel] ?? 0
    })
  })
  const labels = chosen.map((example) => set.labels[example] ?? 0)
  const oneHot = new Float32Array(labels.length * set.classes)
  for (const [row, label] of labels.entries()) oneHot[row * set.classes + label] = 1
  return {
    images: tf.tensor2d(pixels, [chosen.length, size]),
    labels,
    oneHot: tf.tensor2d(oneHot, [labels.length, set.classes]),
  }
}

interface Wanted {
  readonly part: Part
  readonly parts: readonly Part[]
  readonly label: number
  readonly count: number
}

/** Examples of a class and part, drawn without putting back. */
function pick(
  { byClass, name }: Content,
  { part, parts, label, count }: Wanted,
  uniform: Uniform,
): number[] {
  const examples = (byClass[label] ?? []).filter((_, i) => parts[i % parts.length] === part)
  if (count > examples.length) {
    const has = `${examples.length} examples of class ${label} for ${part}`
    throw new RangeError(`The data set "${name}" has ${has}, not ${count}.`)
  }
  return shuffled(examples, uniform).slice(0, count)
}

/** Fisher and Yates' shuffle of a copy. */
function shuffled(items: readonly number[], uniform: Uniform): number[] {
  const copy = [...items]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(uniform() * (last + 1))
    const [a, b] = [copy[last], copy[other]]
    if (a !== undefined && b !== undefined) [copy[last], copy[other]] = [b, a]
  }
  return copy
}

interface Content extends PackedImages {
  readonly pixels: Uint8Array
  readonly labels: Uint8Array
  /** Example numbers of each class. */
  readonly byClass: readonly (readonly number[])[]
}

/** Read once for all checks and submissions: a data set and its secret examples. */
const contents: Content[] = []
const KEPT = 2

function contentOf(dataset: PackedImages): Content {
  const known = contents.find(({ sha256 }) => sha256 === dataset.sha256)
  if (known !== undefined) return known
  const bytes = readFileSync(dataset.file)
  const labels = bytes.subarray(bytes.length - dataset.count)
  const byClass = Array.from({ length: dataset.classes }, (): number[] => [])
  for (const [example, label] of labels.entries()) byClass[label]?.push(example)
  const content = { ...dataset, pixels: bytes.subarray(0, -dataset.count), labels, byClass }
  contents.unshift(content)
  contents.length = Math.min(contents.length, KEPT)
  return content
}
