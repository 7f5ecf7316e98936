/**
 * What may cross between the judge and a submission, as plain tagged data. The tags leave no room for
 * surprises: a record with a key named `__proto__` is a list entry here, never a property.
 */
export type DType = 'float32' | 'int32' | 'bool'

export type TensorData = Float32Array | Int32Array | Uint8Array

export type Value =
  | { readonly type: 'undefined' }
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  /** An array that holds numbers only, packed; an empty array is `array`. */
  | { readonly type: 'numbers'; readonly data: Float64Array }
  /** What a Uint8Array holds: the bytes of a file. */
  | { readonly type: 'bytes'; readonly data: Uint8Array }
  | { readonly type: 'array'; readonly items: readonly Value[] }
  | { readonly type: 'record'; readonly entries: readonly (readonly [string, Value])[] }
  /** `data.length` equals the product of `shape`. */
  | {
      readonly type: 'tensor'
      readonly dtype: DType
      readonly shape: readonly number[]
      readonly data: TensorData
    }
  /** Something that stays where the student's code runs: see `HandleKind`. */
  | { readonly type: 'handle'; readonly kind: HandleKind; readonly id: number }

/**
 * What a handle stands for: a function that was returned; an object with methods (a model, a callback, an
 * optimizer); a value put there by `hold`.
 */
export type HandleKind = 'function' | 'object' | 'held'

/** What the judge asks of the place where the submission runs. */
export type Request =
  | {
      readonly op: 'call'
      readonly file: string
      readonly name: string
      readonly args: readonly Value[]
    }
  | { readonly op: 'invoke'; readonly handle: number; readonly args: readonly Value[] }
  /** Call a method of an object behind a handle. */
  | {
      readonly op: 'method'
      readonly handle: number
      readonly name: string
      readonly args: readonly Value[]
    }
  /** Read a property of an object behind a handle. */
  | { readonly op: 'get'; readonly handle: number; readonly name: string }
  /** Build a layers model of the judge's where the submission runs. */
  | {
      readonly op: 'place'
      /** As `LayersModel.toJSON` gives it. */
      readonly topology: string
      /** In the order of `LayersModel.getWeights`. */
      readonly weights: readonly Value[]
    }
  /** Build a graph model of the judge's there, as one layer of a model; `graph` is a `GraphSource` as data. */
  | { readonly op: 'place-graph'; readonly graph: Value }
  /** How many tensors live where the submission runs. */
  | { readonly op: 'memory' }
  /** Put a value where the submission runs and get a handle: passing it twice passes the same object twice. */
  | { readonly op: 'hold'; readonly value: Value }

/** The check on whose behalf a request is made; a new check or seed reseeds `Math.random` and frees the old handles. */
export interface Context {
  readonly task: string
  readonly check: string
  /** Unsigned 32-bit seed for `Math.random` where the submission runs; another for each training. */
  readonly seed: number
  /** Longest that a call may take; null: the lab's `callSeconds`. */
  readonly seconds: number | null
}

export interface Location {
  /** Path inside the submission, with forward slashes: `conv2d.ts`. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** 1-based. */
  readonly column: number
}

export type Limit =
  | 'boot-time'
  | 'call-time'
  | 'total-time'
  | 'memory'
  | 'output'
  | 'reply-size'
  | 'calls'
  | 'starts'

/** Why there is no value. `crash` and `limit` are the submission's doing, `fault` is ours. */
export type Failure =
  | { readonly kind: 'not-started' }
  | {
      readonly kind: 'crash'
      /** threw: an exception; exited: the process ended; protocol: bytes that break the protocol; load: the file does not parse or load; missing-file: no such file; missing: the file has no such function. */
      readonly cause: 'threw' | 'exited' | 'protocol' | 'load' | 'missing-file' | 'missing'
      /** Untrusted text, one line, at most 500 code points. */
      readonly message: string
      readonly location: Location | null
    }
  | {
      readonly kind: 'limit'
      readonly limit: Limit
      /** The bound that was reached, in `unit`. */
      readonly bound: number
      readonly unit: 's' | 'MB' | 'count'
    }
  | { readonly kind: 'fault'; readonly message: string }

export type Reply =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

/** The one way from a spec to a submission: over the sandbox's pipe, or by plain import. */
export interface Transport {
  request(request: Request, context: Context): Promise<Reply>
}
