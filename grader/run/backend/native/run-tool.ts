import { spawn } from 'node:child_process'

export interface Finished {
  /** Null when it was ended by a signal. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface ToolOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal?: AbortSignal | undefined
}

/** Runs a program of the machine to its end. Null when there is no such program. */
export function runTool(
  program: string,
  args: readonly string[],
  { cwd, env, signal }: ToolOptions,
): Promise<Finished | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Finished | null>()
  const child = spawn(program, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text
  })
  child.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EACCES') resolve(null)
    else reject(error)
  })
  child.on('close', (status) => resolve({ status, ...output }))
  return promise
}
