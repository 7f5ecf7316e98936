import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire, findPackageJSON } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { findOrBuildPackages, packageProblem, packagesFolder } from './packages.ts'
import { sharpFiles } from './sharp-files.ts'

const run = promisify(execFile)

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'packages-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('a lab without packages has no folder of them', async () => {
  expect(await packagesFolder([])).toBeNull()
})

test('sharp is built once, and needs nothing from elsewhere', { timeout: 60_000 }, async () => {
  const cache = scratch()
  const folders = await Promise.all([
    findOrBuildPackages(cache, ['sharp']),
    findOrBuildPackages(cache, ['sharp']),
  ])
  expect(folders[0]).toBe(folders[1])
  const folder = folders[0] ?? ''
  expect(readdirSync(cache)).toEqual([basename(folder)])
  const script = `
    import sharp from '${folder}/sharp.mjs'
    import { readFileSync } from 'node:fs'
    const create = { width: 3, height: 2, channels: 3, background: 'red' }
    const { info } = await sharp({ create }).png().toBuffer({ resolveWithObject: true })
    const loaded = readFileSync('/proc/self/maps', 'utf8').match(/\\/\\S*vips\\S*/g)
    console.log(JSON.stringify([info.width, ...new Set(loaded.map((path) => path.startsWith('${folder}')))]))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: '/',
    env: {},
  })
  expect(JSON.parse(stdout)).toEqual([3, true])
})

test('where its library was not installed, that is said in a sentence', async () => {
  const folder = join(scratch(), 'node_modules')
  for (const name of ['sharp', 'detect-libc', 'semver', '@img/colour']) {
    const from = dirname(findPackageJSON(name, import.meta.url) ?? '')
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    cpSync(from, join(folder, name), { recursive: true })
  }
  const without = createRequire(join(folder, 'index.js'))
  expect(() => sharpFiles(without)).toThrow(
    /^sharp, which reads pictures, does not load: Could not load the "sharp" module using the \S+ runtime$/,
  )
  expect(await packageProblem('sharp')).toBeNull()
})
