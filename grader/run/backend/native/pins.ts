import { readFileSync } from 'node:fs'

export type Device = 'cpu' | 'gpu'

/** An npm package, taken only if it is these very bytes. */
export interface NpmPin {
  readonly name: string
  readonly version: string
  /** As npm writes it: `sha512-` and base64. */
  readonly integrity: string
}

/** All that an installation is made from. */
export interface Pins {
  readonly device: Device
  /** What TF_Version must say in the end. */
  readonly tensorflow: string
  readonly tfjsNode: NpmPin
  readonly headers: NpmPin
  /** Requirements file of pip, with hashes. */
  readonly wheels: string
  /** Of all wheels together; for the progress bar. */
  readonly downloadBytes: number
  /** Needed while it is built. */
  readonly diskBytes: number
  /** Platform tags that the wheels carry. */
  readonly platforms: readonly string[]
}

export const TENSORFLOW = '2.21.0'
const TFJS = '4.22.0'

const CPU_PACKAGE: NpmPin = {
  name: '@tensorflow/tfjs-node',
  version: TFJS,
  integrity:
    'sha512-uHrXeUlfgkMxTZqHkESSV7zSdKdV0LlsBeblqkuKU9nnfxB1pC6DtoyYVaLxznzZy7WQSegjcohxxCjAf6Dc7w==',
}

const GPU_PACKAGE: NpmPin = {
  name: '@tensorflow/tfjs-node-gpu',
  version: TFJS,
  integrity:
    'sha512-p//NN6DGiN4hInUmIkRffaFVMcdTREUMjPyjW04J7OXvB2zBlQimj61eFKSgRrH3f5TnOfKzb0n56he/B6a4bw==',
}

/** The binding calls Node-API alone, so that it needs no headers of one Node and loads in all. */
const HEADERS: NpmPin = {
  name: 'node-api-headers',
  version: '1.9.0',
  integrity:
    'sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==',
}

const MACHINES: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' }

/** Wheels are tagged with the oldest C library that they run on, some by an older scheme of names. */
const TAGS = ['manylinux_2_28', 'manylinux_2_27', 'manylinux_2_17', 'manylinux2014'] as const
const TAGS_OF_X64 = ['manylinux_2_12', 'manylinux2010'] as const

/** What is installed on this architecture, of `process.arch`; null when there is nothing for it. */
export function pinsOf(device: Device, arch: string): Pins | null {
  const machine = MACHINES[arch]
  if (machine === undefined || (device === 'gpu' && arch !== 'x64')) return null
  const tags = arch === 'x64' ? [...TAGS, ...TAGS_OF_X64] : TAGS
  return {
    device,
    tensorflow: TENSORFLOW,
    tfjsNode: device === 'gpu' ? GPU_PACKAGE : CPU_PACKAGE,
    headers: HEADERS,
    wheels: readFileSync(new URL(`wheels-${device}-${arch}.txt`, import.meta.url), 'utf8'),
    downloadBytes: device === 'gpu' ? 3_379_000_000 : 274_000_000,
    diskBytes: device === 'gpu' ? 9_600_000_000 : 1_500_000_000,
    platforms: tags.map((tag) => `${tag}_${machine}`),
  }
}
