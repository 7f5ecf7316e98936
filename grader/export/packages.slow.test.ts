import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readLab } from '../catalog/index.ts'
import { type ExportedFile, repositoryFiles } from './index.ts'
import { linkPackages, ROOT, runCheck, studentFolder, writeAll } from './testing.ts'

const COURSE = join(ROOT, 'grader/attacks/course')

describe('the repository of a lab with packages', () => {
  let files: readonly ExportedFile[] = []
  beforeAll(async () => {
    files = await repositoryFiles(COURSE, await readLab(COURSE, 'pictures'), 'en', null)
  }, 60_000)

  test('pins sharp, in the version that was tested here, and has it for all systems', () => {
    const dir = studentFolder()
    writeAll(dir, files)
    const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
    const { version } = read(join(ROOT, 'node_modules/sharp/package.json'))
    expect(read(join(dir, 'package.json')).dependencies).toMatchObject({ sharp: version })
    const args = ['ci', '--dry-run', '--offline', '--ignore-scripts', '--loglevel=error']
    // npm refuses a lock that does not agree with package.json
    expect(execFileSync('npm', args, { cwd: dir, encoding: 'utf8' })).toMatch(/added \d+ packages/)
  }, 60_000)

  test('passes its public checks with sharp, and shows an editor no error', async () => {
    const dir = studentFolder()
    writeAll(dir, files)
    linkPackages(dir, ['sharp', '@types/node'])
    const compile = () =>
      execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', dir])
    compile()
    expect((await runCheck(dir)).stdout).toContain('src/thumbnail.ts still throws its TODO.')
    cpSync(join(COURSE, 'solutions/pictures'), join(dir, 'src'), { recursive: true })
    compile()
    const after = await runCheck(dir)
    expect(after).toMatchObject({ status: 0, stderr: '' })
    expect(after.stdout).toContain('public checks 20 / 20 points')
  }, 120_000)

  test.skipIf(process.env['GRADUS_NPM_TEST'] !== '1')(
    'installs from the npm registry alone, types too (GRADUS_NPM_TEST=1)',
    async () => {
      const dir = studentFolder()
      writeAll(dir, files)
      execFileSync('npm', ['ci', '--loglevel=error'], { cwd: dir })
      cpSync(join(COURSE, 'solutions/pictures'), join(dir, 'src'), { recursive: true })
      execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', dir])
      expect(await runCheck(dir)).toMatchObject({ status: 0, stderr: '' })
    },
    300_000,
  )
})
