import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { WASM } from '../../../model/backend.ts'
import { findOrBuild, runtimePaths } from './index.ts'

const run = promisify(execFile)

async function cacheFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'runtime-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('builders that come at the same time all get one runtime', { timeout: 60_000 }, async () => {
  const cache = await cacheFolder()
  const index = fileURLToPath(new URL('./index.ts', import.meta.url))
  const script = `import('${index}').then(async (m) => console.log((await m.findOrBuild('${cache}')).dir))`
  const [first, second] = await Promise.all([
    run(process.execPath, ['-e', script]),
    run(process.execPath, ['-e', script]),
  ])
  expect(first.stdout).toBe(second.stdout)
  expect((await readdir(cache)).map((name) => name.replace(/-.*/, ''))).toEqual(['runtime'])
})

test('a build removes old runtimes, and nothing else', { timeout: 60_000 }, async () => {
  const cache = await cacheFolder()
  const long = new Date(Date.now() - 40 * 24 * 3600 * 1000)
  for (const name of ['runtime-old', 'building-old', 'data', 'native-cpu']) {
    await mkdir(join(cache, name))
    await utimes(join(cache, name), long, long)
  }
  const { dir } = await findOrBuild(cache)
  expect((await readdir(cache)).toSorted()).toEqual(['data', 'native-cpu', basename(dir)])
})

test('a runtime that is there is found in some milliseconds', async () => {
  await runtimePaths()
  const { dir } = await runtimePaths()
  const startedAt = performance.now()
  expect((await findOrBuild(join(dir, '..'))).dir).toBe(dir)
  expect(performance.now() - startedAt).toBeLessThan(100)
})

test('the lean tfjs has layers, chained operations and gradients, and is right on wasm', async () => {
  const { tfjs } = await runtimePaths()
  const script = `
    const tf = await import('${tfjs}')
    await tf.setBackend('wasm')
    const v = tf.tensor1d([1, 2, 3])
    const filter = tf.tensor4d([1, 2, 3, 4], [2, 2, 1, 1])
    const image = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1])
    const gradient = tf.grad((f) => tf.conv2d(image, f, 1, 'valid').sum())(filter)
    const outer = tf.outerProduct(v, v).dataSync()
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] })
    console.log(JSON.stringify({
      chained: [...v.add(1).mul(2).dataSync()],
      gradient: [...gradient.dataSync()],
      dot: tf.dot(v, v).dataSync()[0],
      outer: outer.length,
      model: model.predict(v.reshape([1, 3])).shape,
      default: tf.default.tensor === tf.tensor,
      backend: tf.getBackend(),
    }))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script])
  expect(JSON.parse(stdout)).toEqual({
    chained: [4, 6, 8],
    gradient: [1, 2, 3, 4],
    dot: 14,
    outer: 9,
    model: [1, 2],
    default: true,
    backend: 'wasm',
  })
})

test('the runtime of another backend lies elsewhere, and has that one alone', async () => {
  const [wasm, cpu] = await Promise.all([runtimePaths(), runtimePaths({ ...WASM, id: 'cpu' })])
  expect(cpu.dir).not.toBe(wasm.dir)
  const script = `
    const tf = await import('${cpu.tfjs}')
    await tf.ready()
    console.log(tf.getBackend(), tf.engine().backendNames().join())`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script])
  expect(stdout.trim()).toBe('cpu cpu')
})

test('a native library that does not load is an error, and leaves nothing behind', async () => {
  const cache = await cacheFolder()
  const native = { folder: join(cache, 'native'), key: 'none' }
  await expect(findOrBuild(cache, { id: 'tensorflow', device: 'cpu', native })).rejects.toThrow()
  expect(await readdir(cache)).toEqual([])
})
