import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type LabelledFile, readClassFolders } from '../images/folders.ts'
import { loadImages } from '../images/load.ts'
import type { Skipped } from '../images/problem.ts'
import type { Images } from './pack.ts'
import { PICTURE_SIDE } from './picture-side.ts'
import { refuse } from './refuse.ts'

const PARTS = ['train', 'validation', 'test']
const MOST_CLASSES = 256

/**
 * Pictures of a folder with one folder for each class, or with `train`, `validation` and `test` that have them,
 * at 64 x 64. What cannot be decoded is left out and handed to `onSkip`.
 */
export async function readPictureFolder(
  folder: string,
  onSkip: (skipped: Skipped) => void = () => {},
): Promise<Images> {
  const parts = readdirSync(folder).filter((name) => PARTS.includes(name))
  const places = parts.length === 0 ? [folder] : parts.map((part) => join(folder, part))
  const sets = await Promise.all(places.map(readClassFolders))
  const [first] = sets
  const classes = first?.classes ?? []
  const other = sets.findIndex((set) => set.classes.join('/') !== classes.join('/'))
  if (other > 0) {
    const what = `has the classes ${sets[other]?.classes.join(', ')}, not ${classes.join(', ')}.`
    refuse(places[other] ?? folder, what, 'Give every part the same classes.')
  }
  if (classes.length > MOST_CLASSES)
    refuse(folder, `has ${classes.length} classes.`, 'At most 256.')
  const files: LabelledFile[] = sets.flatMap((set) => set.files)
  const size = { height: PICTURE_SIDE, width: PICTURE_SIDE }
  const { shape, data, labels } = await loadImages(files, { ...size, onSkip })
  const missing = classes.findIndex((_, label) => !labels.includes(label))
  if (missing >= 0) {
    const what = `has no picture of the class "${classes[missing]}".`
    refuse(folder, what, 'Put JPEG, PNG, WebP or GIF files into its folder.')
  }
  return { ...size, channels: shape[3], pixels: data, labels: Uint8Array.from(labels) }
}
