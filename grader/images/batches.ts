import { CHANNELS, type DecodeOptions, decodeImage, type Pixels } from './decode.ts'
import type { LabelledFile } from './folders.ts'
import { ImageError, type Skipped } from './problem.ts'
import { readImageFile } from './read.ts'

export interface ImageBatch {
  /** [n, height, width, 3] */
  readonly shape: readonly [count: number, height: number, width: number, channels: number]
  /** 0..255, as `shape` says. */
  readonly data: Uint8Array
  readonly labels: readonly number[]
  readonly files: readonly string[]
}

export interface BatchOptions extends DecodeOptions {
  readonly batchSize: number
  /** Batches that are decoded while one is in use; 1 keeps two cores busy. */
  readonly prefetch?: number
  /** Called once for each file that is left out. */
  readonly onSkip?: (skipped: Skipped) => void
  /** Called after each file. */
  readonly onProgress?: (progress: ImageProgress) => void
}

export interface ImageProgress {
  /** Files that were read, those left out included. */
  readonly done: number
  readonly skipped: number
}

/**
 * Decodes files in their order, in batches of `batchSize` (the last may be smaller). What cannot be decoded
 * is left out and told to `onSkip`; the next file takes its place. Decoding runs in libuv's threads, up to
 * `prefetch` batches ahead, while the caller trains on a batch; no more than that is ever in memory.
 */
export async function* imageBatches(
  files: Iterable<LabelledFile>,
  options: BatchOptions,
): AsyncGenerator<ImageBatch, void, undefined> {
  const { batchSize, prefetch = 1 } = options
  wholeNumber('batchSize', batchSize, 1)
  wholeNumber('prefetch', prefetch, 0)
  wholeNumber('height', options.height, 1)
  wholeNumber('width', options.width, 1)
  const source = files[Symbol.iterator]()
  const ahead: Promise<Attempt>[] = []
  let progress: ImageProgress = { done: 0, skipped: 0 }
  let batch = new Filling(options)
  const fill = (room: number) => {
    while (ahead.length < room) {
      const next = source.next()
      if (next.done === true) return
      ahead.push(attempt(next.value, options))
    }
  }
  try {
    for (;;) {
      fill(batchSize * prefetch + batchSize - batch.count)
      const first = ahead.shift()
      if (first === undefined) break
      const tried = await first
      if ('fault' in tried) throw tried.fault
      if ('pixels' in tried) batch.add(tried)
      else options.onSkip?.(tried.skipped)
      const skipped = progress.skipped + ('skipped' in tried ? 1 : 0)
      progress = { done: progress.done + 1, skipped }
      options.onProgress?.(progress)
      if (batch.count < batchSize) continue
      fill(batchSize * prefetch)
      yield batch.finish()
      batch = new Filling(options)
    }
    if (batch.count > 0) yield batch.finish()
  } finally {
    // nothing goes on behind the back of a caller that has left the loop
    await Promise.all(ahead)
    source.return?.()
  }
}

type Attempt =
  | { readonly file: LabelledFile; readonly pixels: Pixels }
  | { readonly skipped: Skipped }
  | { readonly fault: unknown }

/** Never rejects: nobody may be waiting yet. */
async function attempt(file: LabelledFile, options: DecodeOptions): Promise<Attempt> {
  try {
    return { file, pixels: await decodeImage(readImageFile(file.file), options) }
  } catch (error) {
    if (!(error instanceof ImageError)) return { fault: error }
    return { skipped: { file: file.file, problem: error.problem, why: error.message } }
  }
}

/** A batch under construction. */
class Filling {
  readonly #data: Uint8Array
  readonly #height: number
  readonly #width: number
  readonly #labels: number[] = []
  readonly #files: string[] = []

  constructor({ batchSize, height, width }: BatchOptions) {
    this.#height = height
    this.#width = width
    this.#data = new Uint8Array(batchSize * height * width * CHANNELS)
  }

  get count(): number {
    return this.#labels.length
  }

  add({ file, pixels }: { readonly file: LabelledFile; readonly pixels: Pixels }): void {
    this.#data.set(pixels.data, this.count * pixels.data.length)
    this.#labels.push(file.label)
    this.#files.push(file.file)
  }

  finish(): ImageBatch {
    const shape = [this.count, this.#height, this.#width, CHANNELS] as const
    const data = this.#data.subarray(0, shape[0] * shape[1] * shape[2] * shape[3])
    return { shape, data, labels: this.#labels, files: this.#files }
  }
}

function wholeNumber(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return
  throw new RangeError(`${name} must be a whole number of at least ${least}, not ${value}.`)
}
