import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fetchedFolder, givenFolders } from '../data/folder.ts'
import { refuse } from '../data/refuse.ts'
import type { Backbone } from '../model/backbone.ts'
import type { BackboneChoice, Lab } from '../model/lab.ts'
import { KNOWN_BACKBONES } from './known.ts'
import { type ModelFiles, readModelFiles } from './model-files.ts'

export interface BackboneOptions {
  /** The course root: paths of lab.yaml begin there. */
  readonly root: string
  /** Name of the data set that the lab is run on; null: the usual one. */
  readonly dataset: string | null
  /** Of the environment: the folder with data that others brought. */
  readonly folder: string | undefined
  readonly cache: string
}

/**
 * The pretrained network that a lab uses on a data set; null where it uses none. Throws InputError for one whose
 * files are missing, are no network, or have another SHA-256 than was said.
 */
export async function openBackbone(lab: Lab, options: BackboneOptions): Promise<Backbone | null> {
  const { dataset } = options
  const choice = lab.backbones[dataset ?? lab.data[0] ?? '']
  if (choice === undefined) return null
  return choice.kind === 'known' ? openKnown(choice.name, options) : openOwn(choice, options)
}

function openKnown(name: string, options: BackboneOptions): Backbone {
  const known = Object.hasOwn(KNOWN_BACKBONES, name) ? KNOWN_BACKBONES[name] : undefined
  if (known === undefined) {
    const names = Object.keys(KNOWN_BACKBONES).join(', ')
    const next = `There are ${names}; for another, write name, from, sha256, features and range.`
    return refuse(name, 'is no backbone that Gradus knows.', next)
  }
  const { features, range, labels } = known
  const folder = known.folder ?? brought(name, options)
  const files = readModelFiles(join(folder, 'model.json'))
  compareHash(files, known.sha256, `of ${name}`)
  return toBackbone({ name, features, range, labels }, files)
}

/** The folder of GRADUS_DATA, or the one that was fetched. */
function brought(name: string, { folder, cache }: BackboneOptions): string {
  const own = folder === undefined || folder === '' ? [] : givenFolders(folder, name)
  const found = [...own, fetchedFolder(cache, name)].find((place) => existsSync(place))
  if (found !== undefined) return found
  const next = `Run \`gradus data fetch ${name}\`, or set GRADUS_DATA to a folder that holds it.`
  return refuse(name, 'is a backbone that does not come with Gradus, and it is not here.', next)
}

type Own = Extract<BackboneChoice, { kind: 'own' }>

function openOwn(choice: Own, options: BackboneOptions): Backbone {
  const { name, sha256, features, range } = choice
  const files = readModelFiles(modelOf(choice, options))
  compareHash(files, sha256, 'in lab.yaml')
  return toBackbone({ name, features, range, labels: [] }, files)
}

/** Where the `model.json` of an instructor's own network is; what is at an address must have been fetched. */
function modelOf({ name, from }: Own, { root, folder, cache }: BackboneOptions): string {
  const fetched = join(fetchedFolder(cache, name), 'model.json')
  if (/^https?:/i.test(from)) {
    if (existsSync(fetched)) return fetched
    const next = `Run \`gradus data fetch ${name} --from ${from}\`.`
    return refuse(name, 'is a backbone that has not been fetched yet.', next)
  }
  const given = folder === undefined || folder === '' ? [] : [resolve(folder, from)]
  const places = [resolve(root, from), ...given]
  return places.find((place) => existsSync(place)) ?? resolve(root, from)
}

function compareHash({ model, sha256 }: ModelFiles, wanted: string, where: string): void {
  if (sha256 === wanted) return
  const what = `and its shards have the SHA-256 ${sha256}, not ${wanted} ${where}.`
  refuse(model, what, 'Get the network again; if this one is meant, write its SHA-256 there.')
}

type Said = Pick<Backbone, 'name' | 'features' | 'range' | 'labels'>

function toBackbone(said: Said, { input, ...files }: ModelFiles): Backbone {
  if (input === null) {
    const next = 'Save it with a fixed height, width and number of channels.'
    return refuse(files.model, 'does not say the size of the images that it reads.', next)
  }
  const [height, width, channels] = input
  return { ...said, ...files, height, width, channels }
}
