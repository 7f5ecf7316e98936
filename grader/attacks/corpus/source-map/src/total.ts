export function total(): never {
  throw new Error('see the source')
}
//# sourceMappingURL={{labels}}
