import { pathToFileURL } from 'node:url'

type Namespace = Readonly<Record<string, unknown>>

/** A file of the submission that does not export what the lab asks for. */
export class MissingExport extends Error {}

/** The submission's files, each imported when it is first needed. */
export class Modules {
  /** Absolute. */
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  load(file: string): Promise<Namespace> {
    return import(pathToFileURL(`${this.folder}/${file}`).href)
  }

  /** The function that `file` exports as `name`. Throws MissingExport. */
  async named(file: string, name: string): Promise<unknown> {
    const exported = await this.load(file)
    if (typeof exported[name] === 'function') return exported[name]
    const names = Object.keys(exported)
    const found = names.length === 0 ? 'it exports nothing' : `it exports ${names.join(', ')}`
    throw new MissingExport(`${file} exports no function named ${name}; ${found}`)
  }
}
