import { type Recorder, staleFiles, syncPlan, writeGenerated } from '../catalog/index.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface SyncOptions {
  readonly root: string
  readonly check?: true | undefined
}

/**
 * `gradus sync`: brings up to date what is generated from the solutions. With `--check` nothing is
 * written and the status is 1 when something is out of date.
 */
export async function syncCommand(
  { root, check }: SyncOptions,
  world: World,
  record: Recorder = recordWhenNeeded,
): Promise<ExitStatus> {
  const stale = await staleFiles(root, await syncPlan(root, record))
  if (check !== true) await writeGenerated(root, stale)
  for (const { path, content } of stale) {
    const verb = content === null ? 'removed' : 'written'
    world.stdout.write(`${path} ${check === true ? 'is out of date' : verb}\n`)
  }
  if (stale.length === 0) world.stdout.write('Everything generated is up to date.\n')
  else if (check === true) world.stdout.write('Run: gradus sync\n')
  return check === true && stale.length > 0 ? EXIT.below : EXIT.done
}

/** The judge is loaded only once every lab has been read without an issue. */
export const recordWhenNeeded: Recorder = async (root, lab) => {
  const { recordExpected } = await import('./record-expected.ts')
  return recordExpected(root, lab)
}
