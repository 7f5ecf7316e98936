import type * as TensorFlow from '@tensorflow/tfjs'

type Tf = typeof TensorFlow

export const BATCH = 32

/** One optimiser step on one batch; gives the loss before it. */
export type Step = () => Promise<number>

export interface Workload {
  readonly title: string
  /** Steps on the cpu backend, which needs seconds for each; 0 where one takes minutes. */
  readonly cpuSteps: number
  prepare(tf: Tf): Step
}

/** The networks of the labs, with seeded weights and data: every backend trains the same. */
export const workloads = {
  lenet: {
    title: 'LeNet 28x28',
    cpuSteps: 2,
    prepare: (tf) =>
      classifier(tf, [
        convolution(tf, 6, 5, 'same'),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        convolution(tf, 16, 5, 'valid'),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        dense(tf, 120, 'relu'),
        dense(tf, 84, 'relu'),
      ]),
  },
  cnn: {
    title: 'CNN 32-64',
    cpuSteps: 0,
    prepare: (tf) =>
      classifier(tf, [
        convolution(tf, 32, 3, 'valid'),
        convolution(tf, 64, 3, 'valid'),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        dense(tf, 128, 'relu'),
      ]),
  },
  siamese: { title: 'siamese', cpuSteps: 1, prepare: siamese },
  autoencoder: { title: 'autoencoder 784-64-784 + L1', cpuSteps: 5, prepare: autoencoder },
  head: { title: 'dense head 1280-128-1', cpuSteps: 5, prepare: head },
} as const satisfies Record<string, Workload>

export type WorkloadName = keyof typeof workloads

export function isWorkloadName(name: string): name is WorkloadName {
  return Object.hasOwn(workloads, name)
}

function classifier(tf: Tf, stack: TensorFlow.layers.Layer[]): Step {
  const model = tf.sequential({
    layers: [tf.layers.inputLayer({ inputShape: [28, 28, 1] }), ...stack, dense(tf, 10, 'softmax')],
  })
  const labels = tf.tensor1d(
    [...Array(BATCH).keys()].map((index) => index % 10),
    'int32',
  )
  const y = tf.oneHot(labels, 10).toFloat()
  return onBatch(tf, model, 'categoricalCrossentropy', [uniform(tf, [BATCH, 28, 28, 1], 1)], y)
}

function siamese(tf: Tf): Step {
  const tower = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [28, 28, 1] }),
      convolution(tf, 16, 3, 'valid'),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      convolution(tf, 32, 3, 'valid'),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      dense(tf, 64, 'relu'),
    ],
  })
  const inputs = [tf.input({ shape: [28, 28, 1] }), tf.input({ shape: [28, 28, 1] })]
  const codes = inputs.map((input) => symbolic(tf, tower.apply(input)))
  const joined = tf.layers.concatenate().apply(codes)
  const outputs = symbolic(tf, dense(tf, 1, 'sigmoid').apply(joined))
  const images = [uniform(tf, [BATCH, 28, 28, 1], 1), uniform(tf, [BATCH, 28, 28, 1], 2)]
  return onBatch(tf, tf.model({ inputs, outputs }), 'binaryCrossentropy', images, alternating(tf))
}

/** With the penalty on its code in an explicit loss, as layers cannot have one in TensorFlow.js. */
function autoencoder(tf: Tf): Step {
  const encoder = dense(tf, 64, 'relu')
  const decoder = dense(tf, 784, 'sigmoid')
  const x = uniform(tf, [BATCH, 784], 1)
  decoder.apply(encoder.apply(x))
  const optimizer = tf.train.adam(1e-3)
  const loss = () => {
    const code = tensor(tf, encoder.apply(x))
    const error = tf.losses.meanSquaredError(x, tensor(tf, decoder.apply(code)))
    return error.add(code.abs().mean().mul(1e-3)).asScalar()
  }
  return async () => {
    const cost = optimizer.minimize(loss, true)
    const [value = Number.NaN] = (await cost?.data()) ?? []
    cost?.dispose()
    return value
  }
}

function head(tf: Tf): Step {
  const model = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [1280] }),
      dense(tf, 128, 'relu'),
      tf.layers.dropout({ rate: 0.2, seed: 1 }),
      dense(tf, 1, 'sigmoid'),
    ],
  })
  const features = uniform(tf, [BATCH, 1280], 1)
  return onBatch(tf, model, 'binaryCrossentropy', [features], alternating(tf))
}

function onBatch(
  tf: Tf,
  model: TensorFlow.LayersModel,
  loss: string,
  inputs: TensorFlow.Tensor[],
  y: TensorFlow.Tensor,
): Step {
  model.compile({ optimizer: tf.train.adam(1e-3), loss })
  return async () => {
    const value = await model.trainOnBatch(inputs, y)
    return Array.isArray(value) ? (value[0] ?? Number.NaN) : value
  }
}

function convolution(tf: Tf, filters: number, kernelSize: number, padding: 'same' | 'valid') {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: filters })
  return tf.layers.conv2d({ filters, kernelSize, padding, activation: 'relu', kernelInitializer })
}

function dense(tf: Tf, units: number, activation: 'relu' | 'sigmoid' | 'softmax') {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: units })
  return tf.layers.dense({ units, activation, kernelInitializer })
}

function uniform(tf: Tf, shape: number[], seed: number): TensorFlow.Tensor {
  return tf.randomUniform(shape, 0, 1, 'float32', seed)
}

function alternating(tf: Tf): TensorFlow.Tensor {
  return tf.tensor2d([...Array(BATCH).keys()].map((index) => [index % 2]))
}

function symbolic(tf: Tf, value: unknown): TensorFlow.SymbolicTensor {
  if (value instanceof tf.SymbolicTensor) return value
  throw new TypeError('a layer was not applied to symbolic tensors')
}

function tensor(tf: Tf, value: unknown): TensorFlow.Tensor {
  if (value instanceof tf.Tensor) return value
  throw new TypeError('a layer was not applied to tensors')
}
