import * as tf from '@tensorflow/tfjs'

/** A Sequential, and a loss that reads the model's weights and computes with them. */
export function buildSparseAutoencoder(inputDim: number, codeSize: number, beta: number) {
  const model = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [inputDim], name: 'input' }),
      tf.layers.dense({ units: codeSize, activation: 'relu', name: 'encoder' }),
      tf.layers.dense({ units: inputDim, activation: 'sigmoid', name: 'decoder' }),
    ],
  })
  const loss = (images: tf.Tensor2D) =>
    tf.tidy(() => {
      const [We, be, Wd, bd] = model.getWeights()
      if (!We || !be || !Wd || !bd) throw new Error('two dense layers have four weights')
      const code = tf.relu(tf.add(tf.matMul(images, We), be))
      const output = tf.sigmoid(tf.add(tf.matMul(code, Wd), bd))
      const error = tf.losses.meanSquaredError(images, output)
      return error.add(tf.mul(beta, code.mean())).asScalar()
    })
  return { model, loss }
}
