import * as tf from '@tensorflow/tfjs'

export const buildModel = (inputDim: number, classes: number): tf.Sequential =>
  tf.sequential({
    name: 'classifier',
    layers: [
      tf.layers.inputLayer({ inputShape: [inputDim] }),
      tf.layers.dense({ units: 128, activation: 'relu', kernelInitializer: 'heNormal' }),
      tf.layers.dense({ units: 64, activation: 'relu', kernelInitializer: 'heNormal' }),
      tf.layers.dense({ units: 32, activation: 'relu', kernelInitializer: 'heNormal' }),
      tf.layers.dense({ units: 16, activation: 'relu', kernelInitializer: 'heNormal' }),
      tf.layers.dense({ units: classes, activation: 'softmax', name: 'output' }),
    ],
  })
