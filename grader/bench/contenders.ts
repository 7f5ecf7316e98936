import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as TensorFlow from '@tensorflow/tfjs'

type Tf = typeof TensorFlow

/** Compared where it is installed; nothing of ours depends on it. */
const NATIVE = '@tensorflow/tfjs-node'

/** The backends that are compared, each started in a process of its own. */
export const contenders = {
  kernels: {
    title: 'wasm + kernels',
    async start() {
      const tf = await import('@tensorflow/tfjs')
      const wasm = await import('@tensorflow/tfjs-backend-wasm')
      const { initWasm } = await import('../run/backend/wasm/index.ts')
      await initWasm(tf, wasm)
      return tf
    },
  },
  stock: {
    title: 'wasm, stock',
    async start() {
      const tf = await import('@tensorflow/tfjs')
      await import('@tensorflow/tfjs-backend-wasm')
      await tf.setBackend('wasm')
      return tf
    },
  },
  native: { title: 'tensorflow', start: startNative },
  cpu: {
    title: 'cpu',
    async start() {
      const tf = await import('@tensorflow/tfjs')
      await tf.setBackend('cpu')
      return tf
    },
  },
} as const satisfies Record<string, { title: string; start(): Promise<Tf> }>

export type ContenderName = keyof typeof contenders

export function isContenderName(name: string): name is ContenderName {
  return Object.hasOwn(contenders, name)
}

async function startNative(): Promise<Tf> {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve(`${NATIVE}/package.json`))
  // Its own failure to load prints 150 lines.
  if (!existsSync(join(folder, 'lib/napi-v8/tfjs_binding.node'))) {
    throw new Error(`${NATIVE} is there without its native library`)
  }
  const util = require('node:util')
  // Gone from Node 23; tfjs-node 4.22 still calls them.
  util.isNullOrUndefined ??= (value: unknown) => value === undefined || value === null
  util.isArray ??= Array.isArray
  const tf: Tf = require(NATIVE)
  await tf.ready()
  return tf
}
