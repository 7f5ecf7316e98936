import type * as tf from '@tensorflow/tfjs'
import { network } from './network.js'

export async function buildModel(inputDim: number, classes: number): Promise<tf.LayersModel> {
  return network({ inputDim, hidden: [128, 64, 32, 16], classes })
}
