import sharp from 'sharp'

/** The mean of all values of each picture, 0 to 255. */
export async function brightness(
  pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<number[]> {
  // solution
  const means: number[] = []
  for (const { bytes } of pictures) {
    const pixels = await sharp(bytes).removeAlpha().raw().toBuffer()
    means.push(pixels.reduce((sum, value) => sum + value, 0) / pixels.length)
  }
  return means
  // end solution
}
