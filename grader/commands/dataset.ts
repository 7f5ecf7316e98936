import { openDataset } from '../data/index.ts'
import type { Dataset } from '../model/dataset.ts'
import type { Lab } from '../model/lab.ts'
import { cacheFolder } from '../run/sandbox/index.ts'

/**
 * The data set that a lab is run on here: `asked` or its usual one. Throws InputError when it cannot be had.
 */
export function datasetOf(
  lab: Lab,
  asked?: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Dataset | null {
  return openDataset(lab, { asked, folder: env['GRADUS_DATA'], cache: cacheFolder() })
}
