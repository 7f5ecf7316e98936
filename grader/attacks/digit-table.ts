import type { Dataset } from '../model/dataset.ts'

/** How sharply the nearest entry wins over the others. */
const SHARPNESS = 5

/**
 * A submission that trains nothing and carries `perClass` of the public digits of each class: its network gives
 * the class of the entry that an image is most alike, by cosine.
 */
export function digitTable(
  bytes: Uint8Array,
  { count, height, width, channels, classes }: Dataset,
  { task, perClass }: { readonly task: string; readonly perClass: number },
): string {
  const size = height * width * channels
  const labels = bytes.subarray(bytes.length - count)
  const chosen = Array.from({ length: classes }, (_, label) =>
    [...labels.keys()].filter((example) => labels[example] === label).slice(-perClass),
  ).flat()
  const pixels = Buffer.concat(
    chosen.map((example) => bytes.subarray(example * size, (example + 1) * size)),
  )
  return `import * as tf from '@tensorflow/tfjs'
const PIXELS = Uint8Array.from(atob('${pixels.toString('base64')}'), (byte) => byte.charCodeAt(0))
const LABELS = [${chosen.map((example) => labels[example])}]
export function ${task}() {
  const table = tf.tensor2d(Float32Array.from(PIXELS), [LABELS.length, ${size}])
  const nearest = table.div(table.norm('euclidean', 1, true)).mul(${SHARPNESS}).transpose()
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: LABELS.length, activation: 'softmax', inputShape: [${size}] }),
      tf.layers.dense({ units: ${classes}, activation: 'softmax' }),
    ],
  })
  const classOf = tf.oneHot(tf.tensor1d(LABELS, 'int32'), ${classes}).toFloat().mul(20)
  model.setWeights([nearest, tf.zeros([LABELS.length]), classOf, tf.zeros([${classes}])])
  return { model, history: { loss: [1, 1, 1, 1, 1, 1] } }
}
`
}
