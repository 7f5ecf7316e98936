import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { InputOptions, Plugin } from 'rolldown'
import { bundle, moduleWrapper, tfjsBeside } from '../run/sandbox/runtime/build.ts'

const GRADER = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const run = promisify(execFile)

/** A file of a student's repository. */
export interface ExportedFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string
  readonly content: Uint8Array
}

/**
 * What runs the checks in a student's repository, as `.gradus/`: kit, reporter, backend and layers as
 * JavaScript, and the kit's types for editors. The same for every lab and machine. Takes some seconds.
 * @param withGraphs for a lab whose pretrained network is a graph
 */
export async function vendoredFiles(withGraphs = false): Promise<ExportedFile[]> {
  const dir = await mkdtemp(join(tmpdir(), 'gradus-vendor-'))
  try {
    await Promise.all([
      buildTensorFlow(dir),
      build(
        dir,
        { main: join(GRADER, 'export/student/check.ts') },
        {
          // of modules that are used for one function, the rest and what it imports stays out
          treeshake: { moduleSideEffects: false },
          external: /^vitest/,
        },
      ),
      build(
        dir,
        {
          kit: join(GRADER, 'kit/index.ts'),
          setup: join(GRADER, 'export/student/setup.ts'),
        },
        { plugins: [beside], external: /^vitest/ },
      ),
      ...(withGraphs ? [buildGraph(dir)] : []),
      build(dir, { layers: join(GRADER, 'layers/index.ts') }, { external: '@tensorflow/tfjs' }),
      cp(join(GRADER, 'export/student/check.mjs'), join(dir, 'check.mjs')),
      declareTypes(join(dir, 'types')),
    ])
    return await filesIn(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** Kit and submission must have one copy; what runs graphs is there where the lab has one. */
const BESIDE: Readonly<Record<string, string>> = {
  '@tensorflow/tfjs': './tfjs.mjs',
  'gradus/graph': './graph.mjs',
}

const beside: Plugin = {
  name: 'beside',
  resolveId(source) {
    const id = BESIDE[source]
    return id === undefined ? null : { id, external: 'absolute' }
  },
}

async function buildGraph(dir: string): Promise<void> {
  const input = { graph: join(GRADER, 'graph/index.ts') }
  await build(dir, input, { plugins: [tfjsBeside('./tfjs.mjs')] })
}

async function build(
  dir: string,
  input: Readonly<Record<string, string>>,
  options: InputOptions,
): Promise<void> {
  const { rolldown } = await import('rolldown')
  const made = await rolldown({ input, platform: 'node', logLevel: 'silent', ...options })
  await made.write({
    dir,
    format: 'esm',
    comments: false,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'shared.mjs',
  })
  await made.close()
}

async function buildTensorFlow(dir: string): Promise<void> {
  const names = await bundle(join(GRADER, 'run/backend/lean-wasm.ts'), join(dir, 'tfjs.cjs'), '')
  await writeFile(join(dir, 'tfjs.mjs'), moduleWrapper(names, "require('./tfjs.cjs')"))
  const wasm = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))
  for (const name of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']) {
    await cp(join(wasm, name), join(dir, name))
  }
}

/** Declarations of the kit, the layers and what their types are made of. */
async function declareTypes(dir: string): Promise<void> {
  await mkdir(dir)
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc')
  const config = {
    extends: join(GRADER, '../tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      removeComments: false,
      typeRoots: [join(GRADER, '../node_modules/@types')],
      rootDir: GRADER,
      outDir: dir,
    },
    files: [join(GRADER, 'kit/index.ts'), join(GRADER, 'layers/index.ts')],
    include: [],
  }
  const project = join(dir, 'tsconfig.json')
  await writeFile(project, JSON.stringify(config))
  await run(process.execPath, [compiler, '-p', project])
  await rm(project)
}

async function filesIn(dir: string): Promise<ExportedFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(
    paths.toSorted().map(async (path) => {
      const name = relative(dir, path).replaceAll('\\', '/')
      return { path: `.gradus/${name}`, content: await readFile(path) }
    }),
  )
}
