import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initWasm, install } from './index.ts'
import { distinct, expectGradients, floats } from './testing/gradients.ts'

const binaries = dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm')))

/** Right only with the mended product. */
function outerThenDot(a: tf.Tensor1D, v: tf.Tensor1D): number | undefined {
  tf.outerProduct(a, v)
  return floats(tf.dot(a, v))[0]
}

const convolve = (x: tf.Tensor) => tf.conv2d(x.as4D(1, 4, 4, 1), tf.ones([2, 2, 1, 1]), 1, 'same')

/** As at the start of the process, but for the kernels. */
function forgetBackend(): void {
  const factory = tf.findBackendFactory('wasm')
  tf.removeBackend('wasm')
  tf.registerBackend('wasm', factory, 2)
}

// The tests build on one another: a backend and a registry of kernels are one for the whole process.
describe('the training kernels', () => {
  test('are refused by a TensorFlow.js without the wasm backend', () => {
    const bare = { ...tf, getKernel: () => tf.getKernel('BatchMatMul', 'nowhere') }
    expect(() => install(bare)).toThrow(/import '@tensorflow\/tfjs-backend-wasm' before/i)
  })

  test('mend a backend that already runs, and the products that it has packed', async () => {
    await tf.setBackend('wasm')
    const a = tf.tensor1d([1, 2, 3])
    const v = tf.tensor1d([4, 5, 6])
    tf.outerProduct(a, v)
    install(tf)
    expect(floats(tf.dot(a, v))[0]).toBe(32)
    expect(outerThenDot(tf.tensor1d([1, 2, 3]), tf.tensor1d([4, 5, 6]))).toBe(32)
  })

  test('are put in place once, however often they are installed', () => {
    const names = ['BatchMatMul', 'Conv2D', 'Conv2DBackpropFilter', 'MaxPoolGrad']
    const first = names.map((name) => tf.getKernel(name, 'wasm').kernelFunc)
    install(tf)
    expect(names.map((name) => tf.getKernel(name, 'wasm').kernelFunc)).toEqual(first)
  })

  test('serve a backend that is made later', async () => {
    forgetBackend()
    await tf.setBackend('wasm')
    expect(outerThenDot(tf.tensor1d([1, 2, 3]), tf.tensor1d([4, 5, 6]))).toBe(32)
    await expectGradients(convolve, [distinct([1, 4, 4, 1], 1)], { step: 0.5 })
  })

  test('leave the cpu backend alone', async () => {
    expect(tf.getKernel('Conv2DBackpropFilter', 'cpu').kernelFunc.name).toBe('conv2DBackpropFilter')
  })
})

describe('initWasm', () => {
  const own = () => {}

  beforeAll(() => void process.on('unhandledRejection', own))
  afterAll(() => void process.removeListener('unhandledRejection', own))

  test('starts the backend from a folder and leaves the listeners of the process as they were', async () => {
    forgetBackend()
    const exceptions = process.listeners('uncaughtException')
    const rejections = process.listeners('unhandledRejection')
    expect(rejections).toContain(own)
    await initWasm(tf, wasm, { folder: binaries })
    expect(tf.getBackend()).toBe('wasm')
    expect(process.listeners('uncaughtException')).toEqual(exceptions)
    expect(process.listeners('unhandledRejection')).toEqual(rejections)
  })

  test('says where the backend did not start from', async () => {
    forgetBackend()
    await expect(initWasm(tf, wasm, { folder: '/nowhere' })).rejects.toThrow(
      /did not start from \/nowhere/,
    )
  })
})
