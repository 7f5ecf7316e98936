import sharp from 'sharp'

/**
 * What `import sharp from 'sharp'` gives a submission: sharp, set up before any code of the submission runs.
 * It reads pictures of the usual formats from memory, with one thread for each, and keeps none.
 *
 * This is for clear messages and for limits that hold without a fight. What keeps a submission in is the
 * sandbox: whoever gets at the library below meets the same walls as without it.
 */
export default sharp

/** Formats whose readers follow no references to other files; SVG, for one, has a reader that does. */
const FORMATS = ['Jpeg', 'Png', 'Webp', 'Nsgif']

const NO_FILES =
  'sharp has no files to read or write here: give it the bytes of a picture, and take them with toBuffer()'
const NO_FORMATS = 'sharp reads JPEG, PNG, WebP and GIF here, and no other format'

const { cache, concurrency } = sharp
// decoded pictures are not asked for twice, and threads count as the submission's
cache(false)
concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: FORMATS.map((name) => `VipsForeignLoad${name}Buffer`) })

// asked for in many examples; what they tell stays true
sharp.cache = () => cache()
sharp.concurrency = () => concurrency()
sharp.block = refuse(NO_FORMATS)
sharp.unblock = refuse(NO_FORMATS)

const prototype: object = Reflect.get(sharp, 'prototype')
const describeInput: Method = Reflect.get(prototype, '_createInputDescriptor')
Object.assign(prototype, {
  /** Of pictures that are opened, and of those that are laid on them. */
  _createInputDescriptor(...args: unknown[]): unknown {
    if (typeof args[0] === 'string') throw new Error(NO_FILES)
    return Reflect.apply(describeInput, this, args)
  },
  toFile: async () => refuse(NO_FILES)(),
})

type Method = (...args: unknown[]) => unknown

function refuse(why: string): () => never {
  return () => {
    throw new Error(why)
  }
}
