/** Ctrl-C and kill end a long work by way of its tidying up. */
export function interruption(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  const abort = () => controller.abort()
  process.once('SIGINT', abort)
  process.once('SIGTERM', abort)
  return {
    signal: controller.signal,
    release() {
      process.removeListener('SIGINT', abort)
      process.removeListener('SIGTERM', abort)
    },
  }
}
