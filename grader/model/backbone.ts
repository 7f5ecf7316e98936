/** A pretrained network on this disk, ready to be read: plain data, so that it can go to the judge's worker. */
export interface Backbone {
  /** As lab.yaml names it: `digits-0-4`. */
  readonly name: string
  /** SHA-256 of `model.json` and of the shards behind it, in the order in which it names them. */
  readonly sha256: string
  /** How TensorFlow.js stored it: layers that can be taken apart, or a graph that is run as a whole. */
  readonly format: 'layers' | 'graph'
  /** Absolute path of its `model.json`. */
  readonly model: string
  /** Absolute paths of its weights, in that order. */
  readonly shards: readonly string[]
  /** What it reads: images [n, height, width, channels]. */
  readonly height: number
  readonly width: number
  readonly channels: number
  /** The numbers that black and white pixels have for it: [-1, 1]. */
  readonly range: readonly [low: number, high: number]
  /** Name of the layer (of the node, in a graph) whose output [n, d] are the features. */
  readonly features: string
  /** What its last layer tells apart, in order; empty where nobody has said. */
  readonly labels: readonly string[]
}
