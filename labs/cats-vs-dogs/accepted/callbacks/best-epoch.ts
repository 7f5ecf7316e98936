import * as tf from '@tensorflow/tfjs'

type Logs = Record<string, number | tf.Scalar>

/** Early stopping and checkpoint in one: the contract of the lab of callbacks, over several calls of fit. */
export class BestEpoch extends tf.Callback {
  readonly history = {
    loss: [] as number[],
    accuracy: [] as number[],
    valLoss: [] as number[],
    valAccuracy: [] as number[],
  }
  bestEpoch = 0
  stoppedEpoch: number | null = null
  saved: tf.io.ModelArtifacts | null = null
  readonly #patience: number

  constructor(patience: number) {
    super()
    this.#patience = patience
  }

  override async onEpochEnd(_epoch: number, logs: Logs = {}): Promise<void> {
    const { loss, accuracy, valLoss, valAccuracy } = this.history
    const best = Math.min(Number.POSITIVE_INFINITY, ...valLoss)
    const epoch = valLoss.length
    loss.push(await numberOf(logs['loss']))
    accuracy.push(await numberOf(logs['acc']))
    valLoss.push(await numberOf(logs['val_loss']))
    valAccuracy.push(await numberOf(logs['val_acc']))
    if ((valLoss[epoch] ?? Number.NaN) < best) {
      this.bestEpoch = epoch
      await this.model.save({
        save: async (artifacts) => {
          this.saved = artifacts
          return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) }
        },
      })
    }
    if (epoch === this.bestEpoch + this.#patience) {
      this.stoppedEpoch = epoch
      this.model.stopTraining = true
    }
  }
}

async function numberOf(log: number | tf.Scalar | undefined): Promise<number> {
  if (log instanceof tf.Tensor) return (await log.data())[0] ?? Number.NaN
  return log ?? Number.NaN
}
