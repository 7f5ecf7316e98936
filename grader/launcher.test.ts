import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

/** Stands for the command line: does what its first argument says, so that a test can watch it. */
const MAIN = `
const [verb, value]: string[] = process.argv.slice(2)
type Typed = { version: string; args: string[]; cwd: string }
const seen: Typed = { version: process.version, args: process.argv.slice(2), cwd: process.cwd() }
if (verb === 'exit') process.exitCode = Number(value)
else if (verb === 'die') process.kill(process.pid, value)
else if (verb === 'echo') process.stdin.pipe(process.stdout)
else if (verb === 'wait') {
  process.on('SIGTERM', () => { process.stdout.write('asked to end'); process.exit(7) })
  process.stdout.write(process.pid + '\\n')
  setInterval(() => {}, 1000)
} else process.stdout.write(JSON.stringify(seen))
`

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'gradus launcher ñandú ')))
const repository = join(scratch, 'Redes – año 1')
const launcher = join(repository, 'grader/gradus.mjs')
const pinned = process.execPath
afterAll(() => rmSync(scratch, { recursive: true }))

install(repository)

/** The Node that a person's shell finds: whatever PATH names outside any node_modules. */
const own = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find(existsSync)
const nodes = [...new Set([own ?? pinned, pinned])].map((node) => ({ node }))

describe.each(nodes)('started by $node', ({ node }) => {
  test('runs the command line under the pinned Node, in place, with its arguments untouched', async () => {
    const args = ['--lang', 'es', '', 'años nuevos', '$HOME "x"', '--', '-1']
    const { stdout, stderr, code } = await run(node, [launcher, ...args], { cwd: scratch })
    expect(JSON.parse(stdout)).toEqual({ version: process.version, args, cwd: scratch })
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  })

  test('works through a symbolic link, as npx calls it', async () => {
    const link = join(scratch, `gradus-${nodes.findIndex((entry) => entry.node === node)}`)
    symlinkSync(launcher, link)
    const { stdout } = await run(node, [link, 'x'])
    expect(JSON.parse(stdout)).toMatchObject({ version: process.version, args: ['x'] })
  })

  test('passes standard input and the exit status on', async () => {
    expect(await run(node, [launcher, 'echo'], {}, 'ñ, 42\n')).toMatchObject({ stdout: 'ñ, 42\n' })
    expect(await run(node, [launcher, 'exit', '3'])).toMatchObject({ code: 3, signal: null })
  })

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'])('ends by %s when its work did', async (signal) => {
    expect(await run(node, [launcher, 'die', signal])).toMatchObject({ code: null, signal })
  })

  test('passes a signal on and waits for the work to end', async () => {
    const { child, output } = await started(node)
    child.kill('SIGTERM')
    expect(await ended(child)).toEqual({ code: 7, signal: null })
    expect(output()).toContain('asked to end')
  })

  test('leaves nothing running when it is killed with -9', async () => {
    const { child, output } = await started(node)
    const worker = Number(output())
    child.kill('SIGKILL')
    await ended(child)
    await expect.poll(() => isRunning(worker), { timeout: 5000 }).toBe(false)
  })

  test('keeps compiled code in the cache folder of the person', async () => {
    const cache = mkdtempSync(join(scratch, 'cache-'))
    const { NODE_COMPILE_CACHE: _, ...env } = process.env
    await run(node, [launcher, 'x'], { env: { ...env, XDG_CACHE_HOME: cache } })
    expect(readdirSync(join(cache, 'gradus/compiled'))).not.toEqual([])
  })

  test('does its work when the cache folder cannot be written', async () => {
    const blocked = join(scratch, 'gradus.txt')
    writeFileSync(blocked, '')
    const { NODE_COMPILE_CACHE: _, ...env } = process.env
    const result = await run(node, [launcher, 'x'], { env: { ...env, XDG_CACHE_HOME: blocked } })
    expect(result).toMatchObject({ code: 0, stderr: '' })
  })

  test('says in one sentence what to do when nothing is installed', async () => {
    const bare = join(scratch, 'bare')
    mkdirSync(join(bare, 'grader'), { recursive: true })
    copyFileSync(launcher, join(bare, 'grader/gradus.mjs'))
    const { stderr, code } = await run(node, [join(bare, 'grader/gradus.mjs'), 'labs'])
    expect(stderr).toBe(`gradus: Gradus is not set up yet: run \`npm ci\` in ${bare}/\n`)
    expect(code).toBe(2)
  })
})

describe.skipIf(own === undefined || versionOf(own) === process.version)(
  'with another Node',
  () => {
    test('finds the pinned one where its package unpacks it', async () => {
      const unlinked = join(scratch, 'unlinked')
      const folder = `node/node_modules/node-${process.platform}-${process.arch}/bin`
      install(unlinked, folder)
      const { stdout } = await run(own ?? '', [join(unlinked, 'grader/gradus.mjs')])
      expect(JSON.parse(stdout)).toMatchObject({ version: process.version })
    })

    test('says in one sentence what to do when install scripts were skipped', async () => {
      const skipped = join(scratch, 'skipped')
      install(skipped, null)
      const { stderr, code } = await run(own ?? '', [join(skipped, 'grader/gradus.mjs'), 'labs'])
      expect(stderr).toMatch(
        /^gradus: .*`npm rebuild node --ignore-scripts=false` in .*skipped\/\n$/,
      )
      expect(code).toBe(2)
    })
  },
)

test('the pinned Node is the one whose version the launcher asks for', () => {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  expect(manifest).toMatchObject({ dependencies: { node: process.versions.node } })
  expect(process.versions.node).toMatch(/^24\.(1[2-9]|[2-9]\d)\./)
})

function install(root: string, nodeFolder: string | null = 'node/bin') {
  mkdirSync(join(root, 'grader'), { recursive: true })
  mkdirSync(join(root, 'node_modules', nodeFolder ?? ''), { recursive: true })
  copyFileSync(new URL('gradus.mjs', import.meta.url), join(root, 'grader/gradus.mjs'))
  chmodSync(join(root, 'grader/gradus.mjs'), 0o755)
  writeFileSync(join(root, 'grader/main.ts'), MAIN)
  if (nodeFolder !== null) symlinkSync(pinned, join(root, 'node_modules', nodeFolder, 'node'))
}

async function run(node: string, args: string[], options: SpawnOptions = {}, input = '') {
  const child = spawn(node, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  // work that ends without reading its input closes the pipe
  child.stdin?.on('error', () => undefined).end(input)
  const [code, signal]: (number | string | null)[] = await once(child, 'close')
  return { stdout, stderr, code, signal }
}

async function started(node: string) {
  const child = spawn(node, [launcher, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  await once(child.stdout, 'data')
  return { child, output: () => text }
}

async function ended(child: ReturnType<typeof spawn>) {
  const [code, signal]: (number | string | null)[] = await once(child, 'close')
  return { code, signal }
}

function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

function versionOf(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
}
