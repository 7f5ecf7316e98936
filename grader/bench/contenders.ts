import { pathToFileURL } from 'node:url'
import type * as TensorFlow from '@tensorflow/tfjs'
import { pickBackend } from '../run/backend/pick.ts'
import { runtimePaths } from '../run/sandbox/index.ts'

type Tf = typeof TensorFlow

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

/** As the judge and the sandbox have it; InputError says what is missing. */
async function startNative(): Promise<Tf> {
  const backend = await pickBackend({ asked: 'tensorflow', prefer: [] })
  const { tfjs } = await runtimePaths(backend)
  const tf: Tf = await import(pathToFileURL(tfjs).href)
  await tf.ready()
  return tf
}
