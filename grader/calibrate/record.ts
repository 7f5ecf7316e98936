import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BackendId } from '../model/backend.ts'
import type { Calibration } from '../model/calibration.ts'
import { InputError, type Issue } from '../model/issue.ts'
import { validateCalibration } from '../model/records.ts'
import { issueAt } from '../reading/source.ts'
import { readYaml, type YamlFile } from '../reading/yaml-file.ts'

const NEXT = 'Restore the file, or delete it and run `gradus calibrate` again.'

/** `labs/<lab>/calibration/<backend>-<data>.json`, relative to the course root. */
export function calibrationPath(lab: string, backend: BackendId, data: string | null): string {
  const name = data === null ? backend : `${backend}-${data}`
  return join('labs', lab, 'calibration', `${name}.json`)
}

/** Names of a lab's calibrations, such as `wasm-digits`, sorted. */
export function calibrationNames(root: string, lab: string): string[] {
  const folder = join(root, 'labs', lab, 'calibration')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files.map((name) => name.slice(0, -'.json'.length)).toSorted()
}

/**
 * Reads a calibration; null when there is none. Throws InputError that points to the line when the file
 * is damaged.
 * @param file absolute path
 */
export async function readCalibration(file: string): Promise<Calibration | null> {
  if (!existsSync(file)) return null
  // JSON is YAML, and that parser knows the place of every value.
  const advice = { missing: NEXT, empty: NEXT, large: NEXT, firstKey: 'schema' }
  const { yaml, issues } = await readYaml(file, advice)
  if (yaml === null) throw new InputError(issues.map((issue) => ({ ...issue, next: NEXT })))
  const result = validateCalibration(yaml.data)
  if (result.ok) return result.value
  throw new InputError(result.problems.map((problem) => located(yaml, problem)))
}

/** As it is committed: the values of a solution on one line, everything else on lines of its own. */
export function formatCalibration(calibration: Calibration): string {
  const text = JSON.stringify(calibration, null, 2)
  return `${text.replaceAll(/\[\s+([^[\]{}]*?)\s+\]/g, (_, values: string) => {
    return `[${values.replaceAll(/,\s+/g, ', ')}]`
  })}\n`
}

/** A problem such as `/checks/0/full must be number`, at the value that it is about. */
function located(yaml: YamlFile, problem: string): Issue {
  const [pointer = ''] = problem.split(' ')
  const path = pointer.startsWith('/') ? pointer.slice(1).split('/') : []
  return issueAt(yaml.source, yaml.valueAt(path), `is no calibration: ${problem}.`, NEXT)
}
