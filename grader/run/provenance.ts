import { readFileSync } from 'node:fs'
import type { Lab } from '../model/lab.ts'
import type { Provenance, Rung } from '../model/outcome.ts'
import type { Workspace } from '../model/workspace.ts'
import { keyId, PUBLIC_SEED } from './seeds.ts'

export interface Run {
  readonly lab: Lab
  readonly workspace: Workspace
  readonly secret: string
  readonly rung: Rung
  readonly startedAt: Date
}

/** What must be the same for an earlier outcome to stand for a new one, besides the submission. */
export function identity(lab: Lab, secret: string) {
  return { labHash: lab.hash, graderVersion: graderVersion(), keyId: keyId(secret) }
}

export function graderVersion(): string {
  return readVersion(new URL('../../package.json', import.meta.url))
}

/** Where an outcome comes from: enough to grade again under the same conditions, and to see when not. */
export function provenance({ lab, workspace, secret, rung, startedAt }: Run): Provenance {
  return {
    ...environment(startedAt),
    ...identity(lab, secret),
    labVersion: lab.version,
    submissionHash: workspace.hash,
    commit: workspace.commit,
    rung,
  }
}

/** The same for a check on one's own machine: nothing hidden, no copy of the files. */
export function localProvenance(lab: Lab, startedAt: Date): Provenance {
  return {
    ...environment(startedAt),
    ...identity(lab, ''),
    labVersion: lab.version,
    submissionHash: '',
    commit: null,
    rung: 'import',
  }
}

function environment(startedAt: Date) {
  return {
    dataset: null,
    backend: 'wasm',
    backendVersion: versionOf('@tensorflow/tfjs-backend-wasm'),
    device: 'cpu',
    seeds: [PUBLIC_SEED],
    nodeVersion: process.versions.node,
    startedAt: startedAt.toISOString(),
    seconds: (Date.now() - startedAt.getTime()) / 1000,
  }
}

function versionOf(name: string): string {
  return readVersion(new URL(`../../node_modules/${name}/package.json`, import.meta.url))
}

function readVersion(file: URL): string {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version)
  }
  throw new Error(`${file.href} names no version.`)
}
