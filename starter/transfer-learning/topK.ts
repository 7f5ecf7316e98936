import * as tf from '@tensorflow/tfjs'

/**
 * What a network says of one image, for people: the k classes that it finds most likely, each with its
 * probability, the most likely one first.
 *
 *     probability of class i = exp(z_i) / sum over all classes j of exp(z_j)
 *
 * @param logits [classes], the numbers z of the last layer before any softmax. They may be as large as 1000.
 * @param labels a name for each class, all different; none looks like a number.
 * @param k how many classes, from 1; all of them where there are fewer. Of equal ones, the earlier class.
 */
export async function topK(
  logits: tf.Tensor1D,
  labels: string[],
  k: number,
): Promise<Record<string, number>> {
  throw new Error('TODO topK: softmax over all classes, sort a list of pairs, keep k')
}
