import { labPlan, newLab, type Recorder, staleFiles, writeGenerated } from '../catalog/index.ts'
import { recordWhenNeeded } from './sync.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface NewOptions {
  readonly root: string
  readonly id: string
}

/** `gradus new ID`: a small complete lab that verifies as it is. An id that is taken writes nothing. */
export async function newCommand(
  { root, id }: NewOptions,
  world: World,
  record: Recorder = recordWhenNeeded,
): Promise<ExitStatus> {
  const files = await newLab(root, id)
  await writeGenerated(root, files)
  const generated = await staleFiles(root, await labPlan(root, id, record))
  await writeGenerated(root, generated)
  for (const { path } of [...files, ...generated]) world.stdout.write(`${path}\n`)
  world.stdout.write(
    `\nStart with labs/${id}/lab.yaml. To see that it grades fairly: gradus verify ${id}\n`,
  )
  return EXIT.done
}
