import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { ImageError } from './problem.ts'

/** Larger than any photograph in these formats. */
const MAX_BYTES = 64 * 2 ** 20

// opening a pipe must not wait for its writer, a link may lead anywhere; Windows has neither
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/**
 * The bytes of an image file. Synchronous: it takes a fraction of a millisecond, while each step of an
 * asynchronous read would wait for the thread that trains.
 *
 * Throws ImageError for what is no file or a link, cannot be read or is larger than 64 MB.
 */
export function readImageFile(file: string): Buffer {
  const descriptor = attempt(() => openSync(file, FLAGS))
  try {
    const stat = attempt(() => fstatSync(descriptor))
    if (!stat.isFile()) throw new ImageError('unreadable', 'This is no file.')
    if (stat.size > MAX_BYTES) {
      const megabytes = Math.ceil(stat.size / 2 ** 20)
      throw new ImageError('too-large', `The file has ${megabytes} MB, over 64.`)
    }
    return attempt(() => readFileSync(descriptor))
  } finally {
    closeSync(descriptor)
  }
}

function attempt<T>(action: () => T): T {
  try {
    return action()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ELOOP') {
      throw new ImageError('unreadable', 'This is a link, and links are not followed.')
    }
    if (code === 'ENXIO') throw new ImageError('unreadable', 'This is no file.')
    throw new ImageError('unreadable', `The file cannot be read (${code}).`, { cause: error })
  }
}
