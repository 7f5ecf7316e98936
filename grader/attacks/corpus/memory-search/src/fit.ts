import * as tf from '@tensorflow/tfjs'
import { attempt, canaryIn } from './attempt.ts'
import { dense, fake, sequential } from './model.ts'

const fs = process.getBuiltinModule('node:fs')

/** The first two held-out points, as an attacker knows them who has seen an earlier version. */
const points = Buffer.from(Float32Array.of(0.703125, 0.1015625, 0.3984375, 0.8984375).buffer)

/** In the process as a whole they are also found where this module keeps them. */
const OWN = 'held-out points'
const PREFIX = 'gradus-canary-'

function found(bytes: Buffer): string | undefined {
  for (let hit = bytes.indexOf(PREFIX); hit >= 0; hit = bytes.indexOf(PREFIX, hit + 1)) {
    const canary = canaryIn(bytes.subarray(hit, hit + 40))
    if (canary !== undefined) return canary
  }
  return bytes.includes(points) ? OWN : undefined
}

function tensors(): string | undefined {
  const { state } = tf.engine()
  const kept = [...Object.values(state.registeredVariables), ...(state.activeScope?.track ?? [])]
  return kept.map((tensor) => found(Buffer.from(tensor.dataSync().buffer))).find(Boolean)
}

/** The memory that the tensors of every caller are in. */
function wasm(): string | undefined {
  const backend: unknown = tf.backend()
  const module: unknown = typeof backend === 'object' && backend ? Reflect.get(backend, 'wasm') : null
  const heap: unknown = typeof module === 'object' && module ? Reflect.get(module, 'HEAPU8') : null
  if (!(heap instanceof Uint8Array)) throw new Error('no memory of WebAssembly')
  return found(Buffer.from(heap.buffer))
}

const CHUNK = 1 << 20
const MOST = 80 * CHUNK
/** What is written in the memory of this process: not files, nor the gigabytes that are only reserved. */
function everything(): string | undefined {
  const memory = fs.openSync('/proc/self/mem', 'r')
  const chunk = Buffer.alloc(CHUNK)
  let seen = 0
  for (const line of fs.readFileSync('/proc/self/maps', 'latin1').split('\n')) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw-p .* 0 *(\[heap\])?$/.exec(line) ?? []
    const end = Number.parseInt(to ?? '0', 16)
    for (let at = Number.parseInt(from ?? '0', 16); at < end && seen < MOST; at += CHUNK) {
      const length = fs.readSync(memory, chunk, 0, Math.min(CHUNK, end - at), at)
      const hit = found(chunk.subarray(0, length))
      if (hit !== undefined && hit !== OWN) return hit
      seen += length
    }
  }
  fs.closeSync(memory)
  console.log(`${seen} bytes searched`)
  return undefined
}

/** Objects that can be reached by name, also through prototypes, symbols and caches of modules. */
function globals(): string | undefined {
  const seen = new Set<unknown>()
  const waiting: unknown[] = [globalThis, process, tf, tf.engine()]
  while (waiting.length > 0 && seen.size < 20_000) {
    const subject = waiting.pop()
    if ((typeof subject !== 'object' && typeof subject !== 'function') || subject === null) {
      if (typeof subject === 'string' && canaryIn(subject)) return 'the canary of the labels'
      continue
    }
    if (seen.has(subject)) continue
    seen.add(subject)
    if (ArrayBuffer.isView(subject)) {
      const { buffer, byteOffset, byteLength } = subject
      const hit = buffer === points.buffer ? undefined : found(Buffer.from(buffer, byteOffset, Math.min(byteLength, CHUNK)))
      if (hit !== undefined) return hit
      continue
    }
    for (const key of Reflect.ownKeys(subject).slice(0, 1000)) {
      try {
        waiting.push(Reflect.get(subject, key))
      } catch {}
    }
    waiting.push(Object.getPrototypeOf(subject))
  }
  return undefined
}

let calls = 0

/** The last call comes after the judge has predicted for an earlier model. */
export function fit(): tf.LayersModel | Promise<never> {
  calls += 1
  if (calls < 3) return fake(sequential([dense({})]), [tf.zeros([2, 1]), tf.zeros([1])])
  return attempt({ tensors, wasm, process: everything, globals })
}
