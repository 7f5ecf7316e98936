import { createHash } from 'node:crypto'
import * as tf from '@tensorflow/tfjs'

/** How many images go through the network at once. */
const BATCH = 16
/** Feature vectors that are kept, the newest. */
const KEPT = 20_000
/** Images on which two networks are compared. */
const PROBE = 2
/** Features of one network on one backend agree in every bit; another order of sums gives less than this. */
const SAME = 1e-4

/** By the images' bytes: the held-out images of a training are the same for every submission. */
const known = new Map<string, Float32Array>()

/**
 * The features [n, d] of images, each computed once.
 * @param id names the network whose features they are
 */
export function featuresOf(
  id: string,
  extractor: tf.LayersModel,
  images: tf.Tensor4D,
): tf.Tensor2D {
  const [count, ...size] = images.shape
  const pixels = images.dataSync()
  const length = pixels.length / count
  const keys = Array.from({ length: count }, (_, row) => {
    const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset + 4 * row * length, 4 * length)
    return createHash('sha256').update(id).update(bytes).digest('base64')
  })
  const missing = keys.flatMap((key, row) => (known.has(key) ? [] : [row]))
  for (let start = 0; start < missing.length; start += BATCH) {
    const rows = missing.slice(start, start + BATCH)
    const features = tf.tidy(() => {
      const batch = tf.gather(images, tf.tensor1d(rows, 'int32'))
      return onlyOutput(extractor.predict(batch.reshape([rows.length, ...size]))).dataSync()
    })
    const width = features.length / rows.length
    for (const [i, row] of rows.entries()) {
      known.set(keys[row] ?? '', Float32Array.from(features.subarray(i * width, (i + 1) * width)))
    }
  }
  const vectors = keys.map((key) => known.get(key) ?? new Float32Array(0))
  for (const key of known.keys()) {
    if (known.size <= KEPT) break
    known.delete(key)
  }
  const flat = new Float32Array(vectors.reduce((sum, vector) => sum + vector.length, 0))
  let done = 0
  for (const vector of vectors) {
    flat.set(vector, done)
    done += vector.length
  }
  return tf.tensor2d(flat, [count, flat.length / count])
}

/**
 * What comes after the layer of features in a model, as a model of its own, where up to there it is the backbone
 * with its weights untouched; null where it is not, or where more than one way leads on from there.
 * @param features names the layer
 */
export function headOf(
  model: tf.LayersModel,
  features: string,
  extractor: tf.LayersModel,
  images: tf.Tensor4D,
): tf.LayersModel | null {
  const cut = model.layers.findIndex(({ name }) => name === features)
  if (cut === -1) return null
  const after = model.layers.slice(cut + 1)
  const isChain = after.every((layer, i) => follows(layer, model.layers[cut + i]))
  if (!isChain || after.length === 0 || !agree(model, features, extractor, images)) return null
  const [, size] = extractor.outputs[0]?.shape ?? []
  if (typeof size !== 'number') return null
  const input = tf.input({ shape: [size] })
  const output = after.reduce((value, layer) => symbol(layer.apply(value)), input)
  return tf.model({ inputs: input, outputs: output })
}

function follows(layer: tf.layers.Layer, before: tf.layers.Layer | undefined): boolean {
  const [node, ...others] = layer.inboundNodes
  const [only, ...more] = node?.inboundLayers ?? []
  return others.length === 0 && more.length === 0 && only !== undefined && only === before
}

function agree(
  model: tf.LayersModel,
  features: string,
  extractor: tf.LayersModel,
  images: tf.Tensor4D,
): boolean {
  return tf.tidy(() => {
    const [count, ...size] = images.shape
    const probe = images.slice(0, [Math.min(PROBE, count), ...size])
    const outputs = model.getLayer(features).output
    const theirs = onlyOutput(tf.model({ inputs: model.inputs, outputs }).predict(probe))
    const ours = onlyOutput(extractor.predict(probe))
    if (String(theirs.shape) !== String(ours.shape)) return false
    const most = theirs.sub(ours).abs().max().dataSync()[0] ?? Number.NaN
    return most <= SAME
  })
}

function onlyOutput(output: tf.Tensor | tf.Tensor[]): tf.Tensor {
  if (Array.isArray(output)) throw new TypeError('A layer of features has one output.')
  return output
}

function symbol(output: tf.Tensor | tf.Tensor[] | tf.SymbolicTensor | tf.SymbolicTensor[]) {
  if (!(output instanceof tf.SymbolicTensor)) throw new TypeError('A layer of a chain gives one.')
  return output
}
