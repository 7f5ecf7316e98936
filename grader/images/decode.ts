import sharp from 'sharp'
import { imageFormat } from './format.ts'
import { jpegScans } from './jpeg-scans.ts'
import { ImageError } from './problem.ts'

/** How the width and height of a picture become those asked for. */
export type Fit =
  /** Each side by itself, as Keras' `flow_from_directory` does. */
  | 'fill'
  /** Sides in proportion, what stands out is cut off evenly. */
  | 'cover'
  /** Sides in proportion, the rest filled with the background. */
  | 'contain'

export interface DecodeOptions {
  readonly height: number
  readonly width: number
  readonly fit?: Fit
  /** Shows through transparent pixels and fills the rest of `contain`: red, green, blue, 0..255. */
  readonly background?: Colour
  /** Most pixels of a picture as it lies in the file; more are refused before they are decoded. */
  readonly maxPixels?: number
}

export type Colour = readonly [red: number, green: number, blue: number]

/** Row by row from the top, red, green and blue of a pixel beside each other: [height, width, 3]. */
export interface Pixels {
  readonly height: number
  readonly width: number
  /** 0..255. */
  readonly data: Uint8Array
}

export const CHANNELS = 3
const WHITE: Colour = [255, 255, 255]
/** 8192 x 8192: beyond what cameras take, and 200 MB when decoded. */
const MAX_PIXELS = 2 ** 26
/** Ten times those of usual programs; a picture of the most pixels with as many takes seconds. */
const MAX_SCANS = 100

// decoded pictures are not asked for twice, and the cache keeps memory beyond the limits of a sandbox
sharp.cache(false)

/**
 * Decodes a JPEG, PNG, WebP or GIF and resizes it to [height, width, 3].
 *
 * Turned upright as EXIF says; transparency laid on the background; grey, palette, CMYK and 16 bits a
 * channel brought to 8-bit sRGB; the first frame of an animation. Resizing is anti-aliased (Lanczos, with
 * as many source pixels under it as fall on a target pixel). A file that is cut off is refused, not
 * filled up with grey; what decoders only warn of passes.
 *
 * Throws ImageError for whatever is wrong with the bytes.
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions): Promise<Pixels> {
  const { height, width, fit = 'fill', maxPixels = MAX_PIXELS } = options
  if (bytes.length === 0) throw new ImageError('empty', 'The file is empty.')
  const format = imageFormat(bytes)
  if (format === null) throw new ImageError('format', 'This is no JPEG, PNG, WebP or GIF.')
  if (format === 'jpeg' && jpegScans(bytes) > MAX_SCANS) {
    throw new ImageError('too-large', `The picture has more than ${MAX_SCANS} scans.`)
  }
  const [r, g, b] = options.background ?? WHITE
  const background = { r, g, b }
  // outside of the try: options that make no sense are the caller's fault, not the file's
  const pipeline = sharp(bytes, {
    autoOrient: true,
    failOn: 'error',
    limitInputPixels: maxPixels,
  })
    .flatten({ background })
    .resize(width, height, { fit, background })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
  try {
    const { data, info } = await pipeline.toBuffer({ resolveWithObject: true })
    if (info.channels !== CHANNELS) throw new Error(`${info.channels} channels, not ${CHANNELS}`)
    return { height, width, data }
  } catch (error) {
    throw imageError(error, maxPixels)
  }
}

function imageError(error: unknown, maxPixels: number): ImageError {
  const said = error instanceof Error ? error.message : String(error)
  if (said.includes('exceeds pixel limit')) {
    const millions = Math.round(maxPixels / 1e6)
    const what = `The picture has more than ${millions} million pixels.`
    return new ImageError('too-large', what, { cause: error })
  }
  const [line = ''] = said.split('\n')
  const why = line.replace(/[\s:.]+$/, '')
  return new ImageError('damaged', `The picture is damaged: ${why}.`, { cause: error })
}
