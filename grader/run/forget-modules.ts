import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Vitest } from 'vitest/node'

/**
 * Makes the next run read the files of a folder again: a student may have changed any of them, and vitest
 * keeps what it has read once, for it does not watch.
 */
export function forgetModules(vitest: Pick<Vitest, 'invalidateFile'>, dir: string): void {
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    // as vite names files, on Windows too
    vitest.invalidateFile(join(entry.parentPath, entry.name).replaceAll('\\', '/'))
  }
}
