import sharp from 'sharp'

/** The mean of all values of each picture, 0 to 255. */
export async function brightness(
  pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<number[]> {
  throw new Error('TODO brightness')
}
