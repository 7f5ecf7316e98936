process.exit(0)
export const scale = (x: unknown) => x
