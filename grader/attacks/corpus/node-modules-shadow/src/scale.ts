import * as tf from '@tensorflow/tfjs'

export const scale = (x: unknown) => Reflect.get(tf, 'forged')(x)
