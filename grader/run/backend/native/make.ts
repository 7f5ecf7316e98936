import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failed, step } from './failure.ts'
import { BINDING, SITE } from './manifest.ts'
import { compilerOf } from './missing.ts'
import type { NpmPin, Pins } from './pins.ts'
import type { ToolOptions } from './run-tool.ts'

const EXTRACT = fileURLToPath(new URL('extract.py', import.meta.url))

const QUIET = fileURLToPath(new URL('quiet.cc', import.meta.url))

const OPTIONS = ['-shared', '-fPIC', '-O2', '-std=c++17', '-w', '-DNAPI_VERSION=8']

const LOOK_MS = 250

/** Gets a package by npm, makes sure that it is the pinned one, and unpacks it to `folder`. */
export async function fetchPackage(
  { name, version, integrity }: NpmPin,
  folder: string,
  tools: ToolOptions,
): Promise<void> {
  const packed = await step(
    `getting ${name} by npm`,
    ['npm', 'pack', '--silent', '--ignore-scripts', `${name}@${version}`],
    tools,
    'Make sure that npm reaches its registry: npm ping',
  )
  const file = join(tools.cwd, packed.trim().split('\n').at(-1) ?? '')
  const hash = createHash('sha512')
    .update(await readFile(file))
    .digest('base64')
  if (`sha512-${hash}` !== integrity) {
    const why = `It is not the package that was expected: sha512-${hash} instead of ${integrity}.`
    throw failed(`checking ${name}@${version}`, why, 'Find out what the registry hands out.')
  }
  const unpacked = await mkdtemp(`${file}-`)
  await step(`unpacking ${name}`, ['tar', '-xzf', file, '-C', unpacked, '--no-same-owner'], tools)
  await rename(join(unpacked, 'package'), folder)
}

/** Gets TensorFlow's wheels by pip, hashes checked by it, and unpacks what is needed of them. */
export async function fetchWheels(
  { wheels, platforms, downloadBytes }: Pins,
  folder: string,
  tools: ToolOptions,
  progress: (part: number) => void,
): Promise<void> {
  const requirements = join(tools.cwd, 'wheels.txt')
  await writeFile(requirements, wheels)
  const target = join(tools.cwd, 'wheels')
  await mkdir(target)
  let finished = false
  const look = setInterval(async () => {
    const part = Math.min(1, (await bytesIn(tools.cwd)) / downloadBytes)
    if (!finished) progress(part)
  }, LOOK_MS)
  try {
    await step(
      'getting TensorFlow by pip',
      [
        ...([
          'python3',
          '-m',
          'pip',
          'download',
          '--quiet',
          '--disable-pip-version-check',
        ] as const),
        ...['--no-input', '--no-cache-dir', '--no-deps', '--only-binary=:all:'],
        // the wheel is named after a Python that need not be here: its library alone is used
        ...['--python-version', '3.12', '--implementation', 'cp'],
        ...platforms.flatMap((platform) => ['--platform', platform]),
        ...['--require-hashes', '-r', requirements, '-d', target],
      ],
      tools,
      'Make sure that pip reaches its index: python3 -m pip download --no-deps six',
    )
  } finally {
    finished = true
    clearInterval(look)
  }
  const files = (await readdir(target)).map((name) => join(target, name))
  const site = join(folder, SITE)
  await step('unpacking TensorFlow', ['python3', EXTRACT, site, ...files], tools)
  await rm(target, { recursive: true })
}

/** Compiles the binding, and the addon that loads it in silence; the include files are not kept. */
export async function compileBinding(
  folder: string,
  headers: string,
  tools: ToolOptions,
): Promise<void> {
  const library = join(folder, SITE, 'tensorflow')
  await mkdir(dirname(join(folder, BINDING)), { recursive: true })
  const include = (at: string) => ['-I', join(at, 'include')]
  const compile = (...args: readonly string[]) =>
    step(
      'compiling the binding',
      [compilerOf(tools.env), ...OPTIONS, ...include(headers), ...args],
      tools,
      'Make sure that the compiler knows C++17 (GCC 8 or newer), or name another one: CXX=clang++',
    )
  await compile(
    ...include(library),
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((name) => join(folder, 'binding', name)),
    ...['cc', 'framework'].map((name) => join(library, `libtensorflow_${name}.so.2`)),
    // found from where the binding lies, wherever the whole folder is seen
    `-Wl,-rpath,$ORIGIN/../../${SITE}/tensorflow`,
    ...['-o', join(folder, BINDING)],
  )
  await compile(QUIET, '-o', join(folder, dirname(BINDING), 'quiet.node'))
  await rm(join(library, 'include'), { recursive: true })
}

async function bytesIn(folder: string): Promise<number> {
  // files come and go while they are looked at
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const sizes = names
    .filter((name) => /\.whl/.test(name) || name.includes('pip-'))
    .map((name) =>
      stat(join(folder, name))
        .then(({ size }) => size)
        .catch(() => 0),
    )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
