import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { readLab } from '../catalog/index.ts'
import { COURSE, labelledCourse } from '../commands/testing.ts'
import { type ExportedFile, repositoryFiles } from './index.ts'
import { linkPackages, runCheck, studentFolder, writeAll } from './testing.ts'

let files: readonly ExportedFile[] = []
beforeAll(async () => {
  files = await repositoryFiles(COURSE, await readLab(COURSE, 'outcomes'), 'en', null)
}, 60_000)

function repository(): string {
  const dir = studentFolder()
  writeAll(dir, files)
  linkPackages(dir)
  return dir
}

test('says how to install what is missing', async () => {
  const dir = repository()
  rmSync(join(dir, 'node_modules'), { recursive: true })
  const ended = {
    status: 2,
    stdout: '',
    stderr: 'The packages are not installed yet. Run: npm ci\n',
  }
  expect(await runCheck(dir)).toEqual(ended)
})

test('works with the line ends of Windows in every text file', async () => {
  const dir = repository()
  for (const { path } of files) {
    const text = readFileSync(join(dir, path), 'utf8')
    if (!text.includes('\0')) writeFileSync(join(dir, path), text.replaceAll('\n', '\r\n'))
  }
  const right = 'export function right(x: number) {\r\n\r\n  return x + 2\r\n}\r\n'
  writeFileSync(join(dir, 'src/right.ts'), right)
  const { status, stdout, stderr } = await runCheck(dir)
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout).toContain('The value is wrong: got 43, want 42.')
  expect(stdout).toContain('src/right.ts:1')
}, 60_000)

test('finds helpers of the student and gradus/layers, on one copy of TensorFlow.js', async () => {
  const dir = repository()
  writeFileSync(join(dir, 'src/helper.ts'), 'export const one = 1\n')
  writeFileSync(
    join(dir, 'src/right.ts'),
    `import * as tf from '@tensorflow/tfjs'
import { AbsoluteDifference } from 'gradus/layers'
import { one } from './helper'
export function right(x: number) {
  const [a, b] = [tf.input({ shape: [2] }), tf.input({ shape: [2] })]
  const output = new AbsoluteDifference().apply([a, b])
  if (!(output instanceof tf.SymbolicTensor)) throw new Error('another copy')
  return x + (tf.getBackend() === 'wasm' ? one : 0)
}
`,
  )
  const { stdout } = await runCheck(dir)
  expect(stdout).toMatch(/✓ right/)
}, 60_000)

test('says in both languages what an assertion of a spec asked for', async () => {
  const course = studentFolder()
  labelledCourse(course)
  const dir = studentFolder()
  const lab = await readLab(course, 'outcomes')
  writeAll(dir, await repositoryFiles(course, lab, 'es', null))
  linkPackages(dir)
  writeFileSync(join(dir, 'src/right.ts'), 'export const right = (x: number) => x + 2\n')
  expect((await runCheck(dir)).stdout).toContain(
    'Lo que sigue a 41: se esperaba 42, pero se obtuvo 43.',
  )
  expect((await runCheck(dir, '--lang', 'en')).stdout).toContain(
    'What follows 41: we expected 42, but got 43.',
  )
}, 60_000)

test('ends by itself when a loop does not, and names the check', async () => {
  const dir = repository()
  writeFileSync(join(dir, 'src/right.ts'), 'export function right() {\n  for (;;) {}\n}\n')
  const { status, stderr } = await runCheck(dir)
  expect(status).toBe(1)
  expect(stderr).toContain('fixed of right has been in one call for 12 s.')
}, 60_000)

test('--watch checks again whenever a file changes, also a helper', async () => {
  const dir = repository()
  writeFileSync(join(dir, 'src/helper.ts'), 'export const more = 2\n')
  const code = "import { more } from './helper.ts'\nexport const right = (x: number) => x + more\n"
  writeFileSync(join(dir, 'src/right.ts'), code)
  const child = spawn(process.execPath, [join(dir, '.gradus/check.mjs'), '--watch'], {
    env: { ...process.env, NO_COLOR: '1' },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await printed(child, 'got 43, want 42')
  writeFileSync(join(dir, 'src/helper.ts'), 'export const more = 1\n')
  await printed(child, '✓ right')
  writeFileSync(join(dir, 'src/helper.ts'), 'export const more = 3\n')
  await printed(child, 'got 44, want 42')
}, 120_000)

test('has nothing of the course but this lab', () => {
  expect(files.map(({ path }) => path).filter((path) => path.startsWith('src/'))).toEqual(
    ['eats', 'exits', 'floods', 'forgets', 'loops', 'loopsAtLoad', 'right']
      .concat(['throws', 'unstarted', 'wrong'])
      .map((name) => `src/${name}.ts`),
  )
  const others = files.map(({ path }) => path).filter((path) => !path.startsWith('.gradus/'))
  expect(
    others.filter((path) => /hidden|misconception|oracle|accepted|solution/.test(path)),
  ).toEqual([])
  expect(existsSync(join(COURSE, 'labs/outcomes/hidden'))).toBe(true)
})

test('a public check that draws from a data set is refused at its place', async () => {
  const root = studentFolder()
  cpSync(COURSE, root, { recursive: true })
  const spec = join(root, 'labs/outcomes/public/right.spec.ts')
  writeFileSync(spec, `// first\nconst a = dataset.training({ perClass: 1 })\n`, { flag: 'a' })
  const line = readFileSync(spec, 'utf8').split('\n').length - 1
  const made = repositoryFiles(root, await readLab(COURSE, 'outcomes'), 'en', null)
  await expect(made).rejects.toThrow(
    `public/right.spec.ts:${line}:11 draws from the data set, which a student does not have.`,
  )
}, 60_000)

/** Resolves when the child has printed this since the last call. */
function printed(child: ChildProcess, text: string): Promise<void> {
  return new Promise((done) => {
    let seen = ''
    const listen = (chunk: Buffer) => {
      seen += chunk.toString('utf8')
      if (!seen.includes(text)) return
      child.stdout?.off('data', listen)
      done()
    }
    child.stdout?.on('data', listen)
  })
}
