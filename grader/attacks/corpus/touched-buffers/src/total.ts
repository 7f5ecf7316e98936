export function total(): number {
  const held = Array.from({ length: 120 }, () => new Uint8Array(50e6).fill(1))
  return held.length
}
