/** How Node is started inside. Compiled code is kept for just these flags: see runtime/load.cjs. */
export const SANDBOX_FLAGS = [
  '--max-old-space-size=512',
  // a lower limit alone makes V8 collect its heap two to four times as often in a training
  '--initial-old-space-size=256',
  '--disallow-code-generation-from-strings',
] as const
