import { createRequire } from 'node:module'
import { join } from 'node:path'

/** A graph of the judge's as a model of layers. What runs graphs is loaded only where there is one. */
export async function graphModel(graph: unknown): Promise<object> {
  const library: unknown = createRequire(__filename)(join(__dirname, 'graph.cjs'))
  if (!runsGraphs(library)) throw new Error('the runtime runs no graphs')
  return library.graphNetwork(graph)
}

interface GraphLibrary {
  graphNetwork(graph: unknown): Promise<object>
}

function runsGraphs(library: unknown): library is GraphLibrary {
  return typeof library === 'object' && library !== null && 'graphNetwork' in library
}
