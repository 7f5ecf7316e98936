import { spawn } from 'node:child_process'

export interface Bounds {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly seconds: number
}

export interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
  /** Killed because it was out of time. */
  readonly late: boolean
}

/** More than any honest grader prints. */
const OUTPUT_BYTES = 20e6

/** Runs a program in a process group of its own, which is killed when the time is over. */
export function runBounded(
  file: string,
  args: readonly string[],
  { cwd, env, seconds }: Bounds,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let late = false
    const timer = setTimeout(() => {
      late = true
      killGroup(child.pid)
    }, seconds * 1000)
    const stdout = gather(child.stdout)
    const stderr = gather(child.stderr)
    child.on('error', reject)
    child.on('exit', (status) => {
      clearTimeout(timer)
      killGroup(child.pid)
      // A process that got away may hold the pipes open: what was written so far is all there is.
      setTimeout(() => resolve({ stdout: stdout(), stderr: stderr(), status, late }), 100)
    })
  })
}

function gather(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= OUTPUT_BYTES) chunks.push(chunk)
  })
  return () => Buffer.concat(chunks).toString('latin1')
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // The group has ended.
  }
}
