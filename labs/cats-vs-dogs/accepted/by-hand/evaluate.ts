import type * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'

export function confusionMatrix(labels: readonly number[], scores: readonly number[]) {
  const matrix: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ]
  labels.forEach((label, i) => {
    const row = matrix[label === 1 ? 1 : 0]
    if ((scores[i] ?? 0) > 0.5) row[1] += 1
    else row[0] += 1
  })
  return matrix
}

/** Walks the curve from the highest score down; a step of equal scores is a slanted line: trapezia. */
export function rocAuc(labels: readonly number[], scores: readonly number[]): number | null {
  const positives = labels.reduce((sum, label) => sum + label, 0)
  const negatives = labels.length - positives
  if (positives * negatives === 0) return null
  const levels = Map.groupBy(labels.keys(), (i) => scores[i] ?? 0)
  let [right, wrong, area] = [0, 0, 0]
  for (const score of [...levels.keys()].sort((one, other) => other - one)) {
    const rows = levels.get(score) ?? []
    const hits = rows.filter((i) => labels[i] === 1).length
    const misses = rows.length - hits
    area += misses * (right + hits / 2)
    right += hits
    wrong += misses
  }
  return wrong === negatives ? area / (positives * negatives) : null
}

/** In batches of eight: a model in use says the same in any company. */
export async function evaluate(model: tf.LayersModel, { images, labels }: Labelled) {
  const predicted = model.predictOnBatch(images)
  if (Array.isArray(predicted)) throw new TypeError('one output')
  const rows = await predicted.array()
  predicted.dispose()
  const scores = [rows].flat(3).map(Number)
  const confusion = confusionMatrix(labels, scores)
  const right = scores.filter((score, i) => (score > 0.5 ? 1 : 0) === labels[i]).length
  return { accuracy: right / scores.length, confusion, auc: rocAuc(labels, scores) }
}
