import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A submission that deserves every point. */
export interface RightSolution {
  /** `solution`, or `accepted/<name>`. */
  readonly name: string
  /** Absolute folder. */
  readonly dir: string
}

/** The solution of a lab, then the accepted ones by name. */
export function rightSolutions(root: string, lab: string): RightSolution[] {
  const accepted = acceptedNames(root, lab).map((name) => ({
    name: `accepted/${name}`,
    dir: join(root, 'labs', lab, 'accepted', name),
  }))
  return [{ name: 'solution', dir: join(root, 'solutions', lab) }, ...accepted]
}

/** Names of the folders with other right solutions. */
export function acceptedNames(root: string, lab: string): string[] {
  const folder = join(root, 'labs', lab, 'accepted')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}
