import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
/** A tiny course whose tasks are named after how the submission `all` ends them. */
export const COURSE = fileURLToPath(new URL('fixtures/course', import.meta.url))

/** The tiny course at `root`, where the public check of `right` is a plain assertion with a label. */
export function labelledCourse(root: string): void {
  cpSync(COURSE, root, { recursive: true })
  const spec = join(root, 'labs/outcomes/public/right.spec.ts')
  const plain = 'await expect(submission.right(41)).toMatchValue(42)'
  const labelled = "expect(await submission.right(41), 'what follows `41`').toBe(42)"
  writeFileSync(spec, readFileSync(spec, 'utf8').replace(plain, labelled))
  const phrases = 'phrases:\n  - { en: "what follows `41`", es: "lo que sigue a `41`" }\n'
  writeFileSync(join(root, 'labs/outcomes/lab.yaml'), phrases, { flag: 'a' })
}

export interface Finished {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the real command line, as its launcher starts it. */
export function startGradus(
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): ChildProcess {
  const main = `${REPOSITORY}/grader/main.ts`
  return spawn(process.execPath, [...nodeArgs, main, ...args], {
    env: { ...process.env, NO_COLOR: '1', GRADUS_SECRET: 'of the tests' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export async function gradus(
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): Promise<Finished> {
  const child = startGradus(args, nodeArgs)
  const read = async (stream: NodeJS.ReadableStream | null) => {
    let text = ''
    for await (const chunk of stream ?? []) text += chunk
    return text
  }
  const closed = new Promise<number | null>((done) => child.on('close', done))
  const [stdout, stderr, status] = await Promise.all([
    read(child.stdout),
    read(child.stderr),
    closed,
  ])
  return { status, stdout, stderr }
}
