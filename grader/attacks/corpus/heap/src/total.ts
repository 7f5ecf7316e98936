export function total(): number {
  const held: unknown[] = []
  for (;;) held.push(new Array(1e6).fill(held))
}
