/** What `--backend` and `prefer` may name. */
export const BACKENDS = ['tensorflow', 'wasm', 'cpu', 'webgpu'] as const

export type BackendId = (typeof BACKENDS)[number]

/** Backends that a submission can be run on. */
export type EngineId = Exclude<BackendId, 'webgpu'>

/** A package of tfjs-node with its compiled binding and the TensorFlow library that this needs. */
export interface NativeLibrary {
  /** Absolute folder; what is inside refers to itself by relative paths, so that it works wherever it is seen. */
  readonly folder: string
  /** Changes whenever the binding, the library or the package is another. */
  readonly key: string
}

/** What the judge and the sandbox need to know to compute on a backend. */
export interface Engine {
  readonly id: EngineId
  readonly device: 'cpu' | 'gpu'
  /** Null for the backends that are part of TensorFlow.js itself. */
  readonly native: NativeLibrary | null
}

/** The backend of one run, and why it is this one. */
export interface Backend extends Engine {
  readonly version: string
  /** One clause, for the scorecard. */
  readonly reason: string
}

/** The engine that is always there. */
export const WASM: Engine = { id: 'wasm', device: 'cpu', native: null }
