import { watch } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLE_MS = 100

/** Changes of a folder, also those that come while nobody waits for one. */
export function watchFolder(folder: string): { next(): Promise<void> } {
  let hasChanged = false
  let tell = () => {}
  watch(folder, { recursive: true }, () => {
    hasChanged = true
    tell()
  })
  return {
    async next() {
      if (!hasChanged) {
        await new Promise<void>((resolve) => {
          tell = resolve
        })
      }
      await setTimeout(SETTLE_MS)
      hasChanged = false
    },
  }
}
