import type { TensorLibrary } from '../../../model/convert.ts'

/** The parts of the lean tfjs bundle that the runner itself uses. */
export interface TensorFlow extends TensorLibrary {
  ready(): Promise<void>
  backend(): object
  getBackend(): string
  memory(): { readonly numTensors: number }
  readonly models: {
    modelFromJSON(topology: object): Promise<{ setWeights(weights: readonly unknown[]): void }>
  }
}

/** A tensor that the runner made and must free. */
export interface Disposable {
  dispose(): void
}

export function isDisposable(subject: unknown): subject is Disposable {
  return (
    typeof subject === 'object' &&
    subject !== null &&
    'dispose' in subject &&
    typeof subject.dispose === 'function'
  )
}
