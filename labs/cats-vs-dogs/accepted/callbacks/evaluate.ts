import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'

/** One-hot rows of what is true, times one-hot columns of what is said. */
export async function confusionMatrix(labels: readonly number[], scores: readonly number[]) {
  const matrix = tf.tidy(() => {
    const actual = tf.oneHot(tf.tensor1d([...labels], 'int32'), 2).toFloat()
    const answers = scores.map((score) => Number(score > 0.5))
    const predicted = tf.oneHot(tf.tensor1d(answers, 'int32'), 2).toFloat()
    return tf.matMul(actual, predicted, true).as2D(2, 2)
  })
  const counts = await matrix.array()
  matrix.dispose()
  return counts
}

/** Every pair of a dog and a cat. */
export function rocAuc(labels: readonly number[], scores: readonly number[]): number | null {
  const of = (wanted: number) => scores.filter((_, i) => labels[i] === wanted)
  const [cats, dogs] = [of(0), of(1)]
  if (cats.length === 0 || dogs.length === 0) return null
  const won = dogs.flatMap((dog) => cats.map((cat) => (Math.sign(dog - cat) + 1) / 2))
  return won.reduce((sum, each) => sum + each, 0) / won.length
}

export async function evaluate(model: tf.LayersModel, { images, labels }: Labelled) {
  const scores = tf.tidy(() => {
    const output = model.apply(images, { training: false })
    if (!(output instanceof tf.Tensor)) throw new TypeError('one output')
    return Array.from(output.dataSync())
  })
  const confusion = await confusionMatrix(labels, scores)
  const right = labels.map((label, i) => Number(label === Number((scores[i] ?? 0) > 0.5)))
  const accuracy = right.reduce((sum, each) => sum + each, 0) / right.length
  return { accuracy, confusion, auc: rocAuc(labels, scores) }
}
