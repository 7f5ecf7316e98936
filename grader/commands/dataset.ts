import { openBackbone } from '../backbones/index.ts'
import { openDataset } from '../data/index.ts'
import type { Skipped } from '../images/problem.ts'
import type { Backbone } from '../model/backbone.ts'
import type { Dataset } from '../model/dataset.ts'
import { spelt } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import { cacheFolder } from '../run/sandbox/index.ts'
import { partProgress } from './progress.ts'
import type { Output } from './world.ts'

const NAMED = 5

/**
 * The data set that a lab is run on here: `asked` or its usual one. Pictures that cannot be decoded are left out,
 * counted and named on `stderr`. Held-out examples of drawn data are made from `secret`. Throws InputError when it cannot be had.
 */
export async function datasetOf(
  lab: Lab,
  asked?: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  stderr?: Output,
  secret: string | null = null,
): Promise<Dataset | null> {
  const skipped: Skipped[] = []
  const onSkip = (one: Skipped) => skipped.push(one)
  const folder = env['GRADUS_DATA']
  const bar = stderr === undefined ? null : partProgress(stderr)
  const onProgress = (part: number) => bar?.show(part, `pictures of ${asked ?? lab.data[0]}`)
  const options = { asked, folder, cache: cacheFolder(), secret, onSkip, onProgress }
  const dataset = await openDataset(lab, options).finally(() => bar?.end())
  if (skipped.length > 0) stderr?.write(skippedText(skipped))
  return dataset
}

/** The pretrained network that a lab uses on a data set. Throws InputError when it cannot be had. */
export async function backboneOf(
  root: string,
  lab: Lab,
  dataset: Dataset | null,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Backbone | null> {
  const name = dataset?.name ?? null
  return openBackbone(lab, {
    root,
    dataset: name,
    folder: env['GRADUS_DATA'],
    cache: cacheFolder(),
  })
}

/** How many were left out, and why the first of them. */
export function skippedText(skipped: readonly Skipped[]): string {
  const files = skipped.length === 1 ? '1 file is' : `${skipped.length} files are`
  const lines = skipped.slice(0, NAMED).map(({ file, why }) => `  ${spelt(file)}: ${why}\n`)
  const more = skipped.length > NAMED ? `  and ${skipped.length - NAMED} more\n` : ''
  return `${files} no picture that can be used, and left out:\n${lines.join('')}${more}`
}
