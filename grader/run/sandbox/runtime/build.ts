import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Plugin } from 'rolldown'
import type { Engine } from '../../../model/backend.ts'
import { SANDBOX_FLAGS } from '../flags.ts'
import { nativeVariables } from '../native.ts'
import { seccompFilter } from '../seccomp.ts'
import { linkOrCopy } from './link-or-copy.ts'

const HERE = fileURLToPath(new URL('./', import.meta.url))
const BACKENDS = join(HERE, '../../backend')
const LAYERS = join(HERE, '../../../layers/index.ts')
const GRAPH = join(HERE, '../../../graph/index.ts')
const NODE_MODULES = join(HERE, '../../../../node_modules')
const PLAIN = ['load.cjs', 'boot.cjs', 'warm.cjs', 'probe.cjs']
const WASM = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']

const run = promisify(execFile)

/**
 * Fills an empty folder with all that a sandbox and the judge need to run on `engine`. Takes a second or
 * two. Throws when the engine does not start, or cannot train.
 */
export async function buildRuntime(dir: string, nodeFile: string, engine: Engine): Promise<void> {
  await mkdir(dir, { recursive: true })
  const native = engine.native?.folder ?? ''
  const parts = [
    linkOrCopy(nodeFile, join(dir, 'node')),
    ...PLAIN.map((name) => copyFile(join(HERE, name), join(dir, name))),
    ...(engine.id === 'wasm' ? WASM : []).map((name) =>
      copyFile(join(wasmFolder(), name), join(dir, name)),
    ),
    writeFile(join(dir, 'native.json'), JSON.stringify({ folder: native })),
    writeFile(join(dir, 'seccomp.bpf'), seccompFilter(process.arch)),
    bundle(join(BACKENDS, `lean-${engine.id}.ts`), join(dir, 'tfjs.cjs'), native).then((names) =>
      writeFile(join(dir, 'tfjs.mjs'), moduleWrapper(names, "require('./load.cjs').load().tf")),
    ),
    bundle(join(HERE, '../runner/main.ts'), join(dir, 'runner.cjs'), native),
    bundleLayers(join(dir, 'layers.mjs')),
    writeFile(join(dir, 'tfjs-loaded.cjs'), "module.exports = require('./load.cjs').load().tf\n"),
    bundleGraph(join(dir, 'graph.cjs')).then((names) =>
      writeFile(join(dir, 'graph.mjs'), moduleWrapper(names, "require('./graph.cjs')")),
    ),
  ]
  // when one fails, no other may write into the folder any more: it is removed
  await Promise.allSettled(parts)
  await Promise.all(parts)
  await linkOrCopy(transformerFile(), join(dir, 'transform.node'))
  // once for the judge's flags, once for the sandbox's
  await warm(dir, [], engine)
  await warm(dir, SANDBOX_FLAGS, engine)
  await makeReadable(dir)
}

/** Returns the names that the bundle exports. */
export async function bundle(
  input: string,
  file: string,
  native: string,
): Promise<readonly string[]> {
  const { rolldown } = await import('rolldown')
  const build = await rolldown({
    input,
    platform: 'node',
    // only in a browser's stead, for tf.loadLayersModel of an URL
    external: ['node-fetch'],
    // tfjs registers kernels, gradients and chained operations as side effects of imports
    treeshake: false,
    resolve: {
      mainFields: ['module', 'main'],
      // also for the native package, which lies elsewhere
      modules: ['node_modules', NODE_MODULES],
      alias: {
        'tfjs-node': join(native, 'dist'),
        // tfjs-node's own imports: ours are of tfjs-core
        '@tensorflow/tfjs$': join(BACKENDS, 'tfjs-node-core.ts'),
        './proto/api_pb': join(BACKENDS, 'nothing.ts'),
      },
    },
    logLevel: 'silent',
  })
  const { output } = await build.write({
    file,
    format: 'cjs',
    comments: false,
    // names are kept: they appear in error messages
    minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
  })
  await build.close()
  return output[0].exports
}

/** `gradus/layers`, on the tfjs that lies beside it. */
async function bundleLayers(file: string): Promise<void> {
  const { rolldown } = await import('rolldown')
  const build = await rolldown({
    input: LAYERS,
    platform: 'node',
    plugins: [
      {
        name: 'tfjs-of-the-runtime',
        resolveId: (source) =>
          source === '@tensorflow/tfjs' ? { id: './tfjs.mjs', external: true } : null,
      },
    ],
    logLevel: 'silent',
  })
  await build.write({ file, format: 'esm', comments: false })
  await build.close()
}

/** What runs graphs, on the tfjs that lies beside it: loaded only where a lab has one. */
async function bundleGraph(file: string): Promise<readonly string[]> {
  const { rolldown } = await import('rolldown')
  const build = await rolldown({
    input: GRAPH,
    platform: 'node',
    plugins: [tfjsBeside('./tfjs-loaded.cjs')],
    logLevel: 'silent',
  })
  const { output } = await build.write({ file, format: 'cjs', comments: false })
  await build.close()
  return output[0].exports
}

/** Ours and the converter's imports of tfjs are of one file, left where it is: there must be one copy. */
export function tfjsBeside(file: string): Plugin {
  return {
    name: 'tfjs-beside',
    resolveId(source) {
      // only for graphs that are downloaded piece by piece
      if (source.endsWith('/dist/io/io_utils')) return STREAMS
      const isTfjs = /^@tensorflow\/tfjs(-core(\/.*)?)?$/.test(source)
      return isTfjs ? { id: file, external: true } : null
    },
    load: (id) => (id === STREAMS ? 'export const decodeWeightsStream = undefined' : null),
  }
}

const STREAMS = '\0streams'

/** A module that exports what `expression` gives: TensorFlow.js, by way of `require`. */
export function moduleWrapper(names: readonly string[], expression: string): string {
  const exported = names.filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default')
  return [
    "import { createRequire } from 'node:module'",
    'const require = createRequire(import.meta.url)',
    `const tf = ${expression}`,
    'export default tf',
    `export const { ${exported.join(', ')} } = tf`,
    '',
  ].join('\n')
}

function wasmFolder(): string {
  const require = createRequire(import.meta.url)
  return dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))
}

/** The native part of rolldown, which vite transforms with: the one that it has just loaded itself. */
function transformerFile(): string {
  const require = createRequire(import.meta.url)
  const file = Object.keys(require.cache).find((path) => /rolldown-binding\..*\.node$/.test(path))
  if (file === undefined) throw new Error('rolldown has loaded no native binding')
  return file
}

async function warm(dir: string, flags: readonly string[], engine: Engine): Promise<void> {
  const env = nativeVariables(engine, 1, null)
  await run(join(dir, 'node'), [...flags, join(dir, 'warm.cjs')], { env })
}

/** For the user that the sandbox runs as, whatever the umask is. */
async function makeReadable(dir: string): Promise<void> {
  await chmod(dir, 0o755)
  for (const name of await readdir(dir)) {
    // the mode of a linked node is that of the installed one
    if (name !== 'node') await chmod(join(dir, name), 0o644)
  }
  await chmod(join(dir, 'node'), 0o755)
}
