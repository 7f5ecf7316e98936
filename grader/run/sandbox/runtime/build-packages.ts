import { execFile } from 'node:child_process'
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Plugin } from 'rolldown'
import type { PackageName } from '../../../model/package.ts'
import { linkOrCopy } from './link-or-copy.ts'
import { sharpFiles } from './sharp-files.ts'

const OURS = fileURLToPath(new URL('../packages/', import.meta.url))
const run = promisify(execFile)

const BUILDERS: Readonly<Record<PackageName, (dir: string) => Promise<void>>> = {
  sharp: buildSharp,
}

/** Fills an empty folder with these packages, and loads each once. Throws where one does not work here. */
export async function buildPackages(dir: string, names: readonly PackageName[]): Promise<void> {
  for (const name of names) {
    await BUILDERS[name](dir)
    const wrapper = [
      "import { createRequire } from 'node:module'",
      `export default createRequire(import.meta.url)('./${name}.cjs')`,
    ]
    await writeFile(join(dir, `${name}.mjs`), `${wrapper.join('\n')}\n`)
    await run(process.execPath, [join(dir, `${name}.cjs`)], { env: {} })
  }
  await makeReadable(dir)
}

/** One file of JavaScript, and two libraries that find each other by the folders they lie in. */
async function buildSharp(dir: string): Promise<void> {
  const { binding, libraries } = sharpFiles()
  const native = basename(dirname(dirname(binding)))
  const copies = [
    { from: binding, to: join(dir, native, 'lib') },
    ...libraries.map((from) => ({ from, to: join(dir, basename(dirname(dirname(from))), 'lib') })),
  ]
  for (const { from, to } of copies) {
    await mkdir(to, { recursive: true })
    await linkOrCopy(from, join(to, basename(from)))
  }
  const loader = `module.exports = require('./${native}/lib/${basename(binding)}')\n`
  await writeFile(join(dir, 'binding.cjs'), loader)
  const { rolldown } = await import('rolldown')
  const build = await rolldown({
    input: join(OURS, 'sharp.ts'),
    platform: 'node',
    plugins: [bindingBeside],
    resolve: { alias: { 'detect-libc': join(OURS, 'no-libc.ts') } },
    logLevel: 'silent',
  })
  await build.write({
    file: join(dir, 'sharp.cjs'),
    format: 'cjs',
    exports: 'default',
    comments: false,
  })
  await build.close()
}

/** sharp looks for its native part in many places; here it is in one. */
const bindingBeside: Plugin = {
  name: 'binding-beside',
  resolveId: (source, importer) =>
    /^\.\/sharp\.[cm]js$/.test(source) && importer?.includes('/sharp/dist/') === true
      ? { id: './binding.cjs', external: true }
      : null,
}

/** For the user that the sandbox runs as, whatever the umask is. */
async function makeReadable(dir: string): Promise<void> {
  await chmod(dir, 0o755)
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
  }
}
