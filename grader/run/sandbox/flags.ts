/** How Node is started inside. Compiled code is kept for just these flags: see runtime/load.cjs. */
export const SANDBOX_FLAGS = [
  '--max-old-space-size=512',
  // a lower limit alone makes V8 collect four times as often while it trains
  '--initial-old-space-size=256',
  '--disallow-code-generation-from-strings',
] as const
