import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface StepRun {
  readonly name: string
  readonly result: 'success' | 'failure' | 'skipped'
  /** All that the step's programs could read there. */
  readonly environment: Readonly<Record<string, string>>
  readonly log: string
  /** Lines that the runner would have obeyed: `::set-output ...` and its kin. */
  readonly commands: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
}

/** A line that starts a command in GitHub's runner, in either of its two spellings. */
const COMMAND = /^\s*(?:::[\w-]+(?:\s[^:]*)?::|##\[[\w-]+)/

/** Runs the script of a step as the hosted runner does, with no more than this environment. */
export async function runScript(
  name: string,
  script: string,
  given: Readonly<Record<string, string>>,
  { workspace, scratch }: { readonly workspace: string; readonly scratch: string },
): Promise<StepRun> {
  mkdirSync(scratch, { recursive: true })
  const files = {
    GITHUB_OUTPUT: join(scratch, 'output'),
    GITHUB_ENV: join(scratch, 'env'),
    GITHUB_PATH: join(scratch, 'path'),
    GITHUB_STEP_SUMMARY: join(scratch, 'summary'),
  }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const file = join(scratch, 'script.sh')
  writeFileSync(file, script)
  const environment = { ...files, ...given }
  const { status, log } = await run(file, environment, workspace)
  for (const file of [files.GITHUB_ENV, files.GITHUB_PATH]) {
    if (readFileSync(file, 'utf8') !== '') throw new Error(`${name} changes the steps after it`)
  }
  return {
    name,
    result: status === 0 ? 'success' : 'failure',
    environment,
    log,
    commands: obeyed(log),
    outputs: readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
  }
}

/** Nothing is obeyed between `::stop-commands::token` and `::token::`. */
function obeyed(log: string): string[] {
  const commands: string[] = []
  let token: string | null = null
  for (const line of log.split(/\r\n|\r|\n/)) {
    const [, stop] = /^\s*::stop-commands::(.+)$/.exec(line) ?? []
    if (token !== null) token = line.trim() === `::${token}::` ? null : token
    else if (stop !== undefined) token = stop
    else if (COMMAND.test(line)) commands.push(line)
  }
  return commands
}

function run(script: string, env: Record<string, string>, cwd: string) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; log: string }>()
  // What `shell: bash` stands for.
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', script]
  const child = spawn('/bin/bash', args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  const read = (chunk: Buffer) => {
    log += chunk.toString('utf8')
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  child.on('error', reject)
  child.on('close', (status) => resolve({ status: status ?? 1, log }))
  return promise
}

function readOutputs(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([\w-]+)=(.*)$/.exec(line) ?? []
      if (name === undefined || value === undefined) throw new Error(`no output: ${line}`)
      return [name, value]
    }),
  )
}
