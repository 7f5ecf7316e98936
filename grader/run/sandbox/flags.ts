/** How Node is started inside. Compiled code is kept for just these flags: see runtime/load.cjs. */
export const SANDBOX_FLAGS = [
  '--max-old-space-size=512',
  '--disallow-code-generation-from-strings',
] as const
