// The data API is not part of these builds; whoever calls for it is told so, and what to do.

/** What `@tensorflow/tfjs-data` exports, less its version. */
const NAMES = [
  ...['array', 'csv', 'func', 'generator', 'microphone', 'webcam', 'zip', 'Dataset'],
  ...['CSVDataset', 'TextLineDataset', 'FileDataSource', 'URLDataSource'],
] as const

/** In the place of `tf.data`: each of its functions and classes throws. */
export const data = Object.fromEntries(NAMES.map((name) => [name, refuse]))

// No arrow function: `new tf.data.CSVDataset()` has to say the same.
function refuse(): never {
  throw new Error(
    'tf.data is not available here: train on tensors, with fit or batches of your own',
  )
}
