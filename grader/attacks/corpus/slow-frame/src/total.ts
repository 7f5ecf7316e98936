import { frame, header, write } from './frame.ts'

export async function total(): Promise<number> {
  const bytes = frame(header(), new Uint8Array(1000))
  for (const byte of bytes) {
    write(Uint8Array.of(byte))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return 0
}
