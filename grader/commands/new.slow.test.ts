import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const gradus = join(repository, 'grader/gradus.mjs')

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gradus-new-'))
  await mkdir(join(root, 'labs'))
  await run(process.execPath, [gradus, 'new', 'my-lab', '--root', root])
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('a lab made by gradus new', () => {
  test('verifies as it is', async () => {
    const verify = run(process.execPath, [gradus, 'verify', 'my-lab', '--root', root])
    const { stdout } = await verify.catch((failure: { stdout: string }) => failure)
    expect(stdout.split('\n').filter((line) => line !== '' && !line.startsWith('ok'))).toEqual([])
  }, 120_000)

  test('type-checks under the strictest settings', async () => {
    await rm(join(root, 'node_modules'), { recursive: true, force: true })
    await symlink(join(repository, 'node_modules'), join(root, 'node_modules'))
    const paths = {
      '#kit': [join(repository, 'grader/kit/index.ts')],
      '#starter/*': [join(root, 'starter/*')],
      '#solutions/*': [join(root, 'solutions/*')],
    }
    await writeFile(join(root, 'package.json'), '{ "type": "module" }')
    await writeFile(
      join(root, 'tsconfig.json'),
      JSON.stringify({
        extends: join(repository, 'labs/tsconfig.json'),
        compilerOptions: { paths },
        include: [root],
      }),
    )
    const tsc = join(repository, 'node_modules/.bin/tsc')
    const { stdout } = await run(tsc, ['-p', root]).catch((failure: { stdout: string }) => failure)
    expect(stdout).toBe('')
  }, 60_000)

  test('follows the formatter and the linter', async () => {
    const { $schema: _, ...rules } = JSON.parse(
      await readFile(join(repository, 'biome.json'), 'utf8'),
    )
    await writeFile(join(root, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }))
    const biome = join(repository, 'node_modules/.bin/biome')
    const arguments_ = ['check', '--error-on-warnings', 'labs', 'solutions', 'starter']
    const { stderr = '' } = await run(biome, arguments_, { cwd: root }).then(
      () => ({ stderr: '' }),
      (failure: { stdout: string; stderr: string }) => ({
        stderr: failure.stdout + failure.stderr,
      }),
    )
    expect(stderr).toBe('')
  })
})
