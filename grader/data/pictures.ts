import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ClassFolders, readClassFolders } from '../images/folders.ts'
import { loadImages } from '../images/load.ts'
import { spelt } from '../model/issue.ts'
import type { ReadOptions } from './folder.ts'
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
  { onSkip, onProgress }: ReadOptions = {},
): Promise<Images> {
  const { classes, files } = await classFoldersOf(folder)
  const size = { height: PICTURE_SIDE, width: PICTURE_SIDE }
  const { shape, data, labels } = await loadImages(files, {
    ...size,
    onSkip: (skipped) => onSkip?.(skipped),
    onProgress: ({ done }) => onProgress?.(done / files.length),
  })
  const missing = classes.findIndex((_, label) => !labels.includes(label))
  if (missing >= 0) {
    const what = `has no picture of the class "${spelt(classes[missing] ?? '')}".`
    refuse(folder, what, 'Put JPEG, PNG, WebP or GIF files into its folder.')
  }
  return { ...size, channels: shape[3], pixels: data, labels: Uint8Array.from(labels) }
}

/** The files of all parts together. Throws InputError where there are none, or parts of different classes. */
export async function classFoldersOf(folder: string): Promise<ClassFolders> {
  const parts = readdirSync(folder).filter((name) => PARTS.includes(name))
  const places = parts.length === 0 ? [folder] : parts.map((part) => join(folder, part))
  const sets = await Promise.all(places.map(readClassFolders))
  const classes = sets[0]?.classes ?? []
  const other = sets.findIndex((set) => set.classes.join('/') !== classes.join('/'))
  if (other > 0) {
    const names = (sets[other]?.classes ?? []).join(', ')
    const what = `has the classes ${spelt(names)}, not ${spelt(classes.join(', '))}.`
    refuse(places[other] ?? folder, what, 'Give every part the same classes.')
  }
  if (classes.length > MOST_CLASSES)
    refuse(folder, `has ${classes.length} classes.`, 'At most 256.')
  return { classes, files: sets.flatMap((set) => set.files) }
}
