import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Backbone } from '../model/backbone.ts'
import type { ExportedFile } from './vendor.ts'

/** Where a pretrained network lies in a student's repository, below `.gradus/`. */
const FOLDER = 'backbone'

/** The network as a student's repository knows it, and which of our files goes where. */
function vendored(backbone: Backbone) {
  const place = (file: string) => `${FOLDER}/${basename(file)}`
  const [model, shards] = [place(backbone.model), backbone.shards.map(place)]
  const files = [backbone.model, ...backbone.shards].map((from) => ({ from, to: place(from) }))
  return { told: { ...backbone, model, shards }, files }
}

/** For `.gradus/lab.json`: paths are relative to that folder. */
export function exportedBackbone(backbone: Backbone | null): Backbone | null {
  return backbone === null ? null : vendored(backbone).told
}

/** The files of the network, for `.gradus/`. */
export async function backboneFiles(backbone: Backbone | null): Promise<ExportedFile[]> {
  if (backbone === null) return []
  return Promise.all(
    vendored(backbone).files.map(async ({ from, to }) => {
      return { path: `.gradus/${to}`, content: await readFile(from) }
    }),
  )
}
