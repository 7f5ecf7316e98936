import sharp from 'sharp'

export function brightness(
  pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<number[]> {
  return Promise.all(pictures.map(({ bytes }) => mean(bytes)))
}

async function mean(bytes: Uint8Array): Promise<number> {
  const values = await sharp(bytes).removeAlpha().raw().toBuffer()
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}
