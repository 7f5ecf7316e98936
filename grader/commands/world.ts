/** What a command may touch besides the files it is told of; tests pass their own. */
export interface World {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  now(): Date
  /** Ends the process at once: the one way out of a loop that a student's code is in. */
  exit(status: ExitStatus): never
}

/** The parts of a stream that commands use. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Exit status of the command line: part of its contract, see `--help`. */
export const EXIT = {
  done: 0,
  /** Fewer points than `--min`, or `verify` found something. */
  below: 1,
  /** Usage, configuration, or a submission that is not there. */
  usage: 2,
  /** A fault of ours. */
  fault: 3,
} as const

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

/** Whether escape codes make sense on this stream; https://no-color.org. */
export function hasColour(output: Output, env: World['env']): boolean {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return output.isTTY === true && env['TERM'] !== 'dumb'
}
