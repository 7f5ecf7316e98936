/** `gradus/layers`: what students may import besides TensorFlow.js. */
export { AbsoluteDifference } from './absolute-difference.ts'
