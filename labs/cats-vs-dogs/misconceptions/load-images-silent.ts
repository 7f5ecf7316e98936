import {
  type ImageFile,
  type LoadedImages,
  loadImages as load,
} from '#solutions/cats-vs-dogs/decodeImage.ts'

/** Leaves files out and tells nobody. */
export async function loadImages(files: readonly ImageFile[], side: number): Promise<LoadedImages> {
  return { ...(await load(files, side)), skipped: [] }
}
