import '@tensorflow/tfjs-backend-cpu'

export * from './lean-core.ts'
