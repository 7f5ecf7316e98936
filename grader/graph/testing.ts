import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Backbone } from '../model/backbone.ts'

const OURS = fileURLToPath(new URL('../backbones/digits-0-4/', import.meta.url))

/** How many numbers of `weights.bin` are those of the three convolutions. */
const CONVOLUTIONS = 5888

const base64 = (text: string) => Buffer.from(text).toString('base64')
const float = { type: 'DT_FLOAT' }
const ones = { list: { i: ['1', '1', '1', '1'] } }
const pairs = { list: { i: ['1', '2', '2', '1'] } }
const valid = { s: base64('VALID') }

/**
 * Writes the convolutions of digits-0-4 as a graph, in the form that tensorflowjs_converter gives a graph of
 * TensorFlow: the same features by other means.
 */
export function writeGraph(folder: string): Backbone {
  const shapes = [[3, 3, 1, 8], [8], [3, 3, 8, 16], [16], [3, 3, 16, 32], [32]]
  const weights = [1, 2, 3].flatMap((n, i) => [
    { name: `kernel${n}`, shape: shapes[2 * i], dtype: 'float32' },
    { name: `bias${n}`, shape: shapes[2 * i + 1], dtype: 'float32' },
  ])
  const dims = [-1, 28, 28, 1].map((size) => ({ size: String(size) }))
  const node = [
    { name: 'image', op: 'Placeholder', attr: { dtype: float, shape: { shape: { dim: dims } } } },
    ...weights.map(({ name }) => ({ name, op: 'Const', attr: { dtype: float } })),
    { name: 'size', op: 'Const', attr: { dtype: { type: 'DT_INT32' } } },
    ...convolution(1, 'image', true),
    ...convolution(2, 'pool1', true),
    ...convolution(3, 'pool2', false),
    { name: 'flat/features', op: 'Reshape', input: ['relu3', 'size'], attr: { T: float } },
  ]
  const specs = [...weights, { name: 'size', shape: [2], dtype: 'int32' }]
  const manifest = {
    format: 'graph-model',
    modelTopology: { node, library: {}, versions: {} },
    weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights: specs }],
  }
  const model = join(folder, 'model.json')
  const shard = join(folder, 'group1-shard1of1.bin')
  const floats = readFileSync(join(OURS, 'weights.bin')).subarray(0, 4 * CONVOLUTIONS)
  writeFileSync(model, JSON.stringify(manifest))
  writeFileSync(shard, Buffer.concat([floats, Buffer.from(Int32Array.from([-1, 288]).buffer)]))
  const bytes = [model, shard].map((file) => readFileSync(file))
  return {
    ...{ name: 'digits-graph', format: 'graph', model, shards: [shard] },
    sha256: createHash('sha256').update(Buffer.concat(bytes)).digest('hex'),
    ...{ height: 28, width: 28, channels: 1, range: [-1, 1] },
    ...{ features: 'flat/features', labels: [] },
  }
}

function convolution(n: number, input: string, pools: boolean): object[] {
  const format = { s: base64('NHWC') }
  const layers = [
    {
      name: `conv${n}`,
      op: 'Conv2D',
      input: [input, `kernel${n}`],
      attr: { T: float, strides: ones, dilations: ones, padding: valid, data_format: format },
    },
    { name: `sum${n}`, op: 'BiasAdd', input: [`conv${n}`, `bias${n}`], attr: { T: float } },
    { name: `relu${n}`, op: 'Relu', input: [`sum${n}`], attr: { T: float } },
  ]
  const pool = {
    name: `pool${n}`,
    op: 'MaxPool',
    input: [`relu${n}`],
    attr: { T: float, ksize: pairs, strides: pairs, padding: valid, data_format: format },
  }
  return pools ? [...layers, pool] : layers
}
