import { readFileSync } from 'node:fs'
import type { Backbone } from '../model/backbone.ts'
import type { Backend } from '../model/backend.ts'
import type { Dataset } from '../model/dataset.ts'
import type { Lab } from '../model/lab.ts'
import type { Provenance, Rung, Split } from '../model/outcome.ts'
import type { Workspace } from '../model/workspace.ts'
import { keyId, PUBLIC_SEED } from './seeds.ts'

export interface Identified {
  readonly lab: Lab
  readonly secret: string
  readonly backend: Backend
  readonly dataset: Dataset | null
  readonly backbone: Backbone | null
  readonly split: Split
}

export interface Run extends Identified {
  readonly workspace: Workspace
  readonly rung: Rung
  readonly startedAt: Date
}

/** What must be the same for an earlier outcome to stand for a new one, besides the submission. */
export function identity({ lab, secret, backend, dataset, backbone, split }: Identified) {
  return {
    dataset: dataset?.name ?? null,
    datasetHash: dataset?.sha256 ?? null,
    backbone: backbone?.name ?? null,
    backboneHash: backbone?.sha256 ?? null,
    split,
    labHash: lab.hash,
    graderVersion: graderVersion(),
    keyId: keyId(secret),
    backend: backend.id,
    backendVersion: backend.version,
    device: backend.device,
  }
}

export function graderVersion(): string {
  return readVersion(new URL('../../package.json', import.meta.url))
}

/** Where an outcome comes from: enough to grade again under the same conditions, and to see when not. */
export function provenance(run: Run): Provenance {
  const { lab, workspace, rung, backend, startedAt } = run
  return {
    ...environment(startedAt),
    ...identity(run),
    backendReason: backend.reason,
    labVersion: lab.version,
    submissionHash: workspace.hash,
    commit: workspace.commit,
    rung,
  }
}

/** The same for a check on one's own machine: nothing hidden, no copy of the files. */
export function localProvenance(
  { lab, backend, dataset, backbone }: Pick<Identified, 'lab' | 'backend' | 'dataset' | 'backbone'>,
  startedAt: Date,
): Provenance {
  return {
    ...environment(startedAt),
    ...identity({ lab, secret: '', backend, dataset, backbone, split: 'feedback' }),
    backendReason: backend.reason,
    labVersion: lab.version,
    submissionHash: '',
    commit: null,
    rung: 'import',
  }
}

function environment(startedAt: Date) {
  return {
    seeds: [PUBLIC_SEED],
    nodeVersion: process.versions.node,
    startedAt: startedAt.toISOString(),
    seconds: (Date.now() - startedAt.getTime()) / 1000,
  }
}

function readVersion(file: URL): string {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version)
  }
  throw new Error(`${file.href} names no version.`)
}
