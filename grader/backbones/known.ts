import { fileURLToPath } from 'node:url'
import type { Backbone } from '../model/backbone.ts'
import { LABELS } from './digits-0-4/labels.ts'

/** What cannot be read from the files of a network. */
export interface KnownBackbone extends Pick<Backbone, 'sha256' | 'features' | 'range' | 'labels'> {
  /** Absolute folder of one that comes with Gradus; null: it is a folder of GRADUS_DATA, or fetched. */
  readonly folder: string | null
}

/** The backbones that lab.yaml may name without saying more. */
export const KNOWN_BACKBONES: Readonly<Record<string, KnownBackbone>> = {
  'digits-0-4': {
    folder: fileURLToPath(new URL('digits-0-4/', import.meta.url)),
    sha256: '68d22d50e2cb2d2e31b1524783dfeec974d33f94d872f55a86afcb31e2e0c43f',
    features: 'features',
    range: [-1, 1],
    labels: LABELS,
  },
  'mobilenet-v1-025-224': {
    folder: null,
    sha256: '1ea4832ecd7093da99d02196821be5ef74ecd0ab75c4be34070c7ba7523fcba0',
    features: 'global_average_pooling2d_1',
    range: [-1, 1],
    labels: [],
  },
}
