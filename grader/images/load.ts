import { type BatchOptions, type ImageBatch, imageBatches } from './batches.ts'
import { CHANNELS } from './decode.ts'
import type { LabelledFile } from './folders.ts'
import type { Skipped } from './problem.ts'

const CHUNK = 32

export interface LoadedImages extends ImageBatch {
  /** What was left out, in order. */
  readonly skipped: readonly Skipped[]
}

/** All files at once, [n, height, width, 3]: for what fits in memory. See `imageBatches`. */
export async function loadImages(
  files: Iterable<LabelledFile>,
  options: Omit<BatchOptions, 'batchSize' | 'prefetch'>,
): Promise<LoadedImages> {
  const skipped: Skipped[] = []
  const batches: ImageBatch[] = []
  const onSkip = (one: Skipped) => {
    skipped.push(one)
    options.onSkip?.(one)
  }
  for await (const batch of imageBatches(files, { ...options, batchSize: CHUNK, onSkip })) {
    batches.push(batch)
  }
  const labels = batches.flatMap((batch) => batch.labels)
  const { height, width } = options
  const data = new Uint8Array(labels.length * height * width * CHANNELS)
  let offset = 0
  for (const batch of batches) {
    data.set(batch.data, offset)
    offset += batch.data.length
  }
  const names = batches.flatMap((batch) => batch.files)
  const shape = [labels.length, height, width, CHANNELS] as const
  return { shape, data, labels, files: names, skipped }
}
