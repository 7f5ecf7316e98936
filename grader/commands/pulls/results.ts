import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { PlannedPull, PullResult } from '../../model/pulls.ts'
import { writeAtomically } from '../records.ts'

type Key = Pick<PlannedPull, 'repository' | 'number' | 'lab'>

export function resultFile({ repository, number, lab }: Key): string {
  return `${repository.replace('/', '__')}__${number}__${lab}.json`
}

export function writeResult(folder: string, result: PullResult): void {
  writeAtomically(join(folder, resultFile(result)), `${JSON.stringify(result)}\n`)
}

/** Every JSON file in these folders and in folders of theirs, sorted by name. */
export function resultFiles(folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(folder, name)),
    )
    .filter((file) => statSync(file).isFile())
    .toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1))
}
