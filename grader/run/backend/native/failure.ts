import { InputError } from '../../../model/issue.ts'
import { issue } from './missing.ts'
import { type Finished, runTool, type ToolOptions } from './run-tool.ts'

/** Lines of a tool's output that are shown when it fails. */
const SHOWN = 6

/** Runs one step of an installation and gives its standard output. Throws InputError when it fails. */
export async function step(
  what: string,
  [program, ...args]: readonly [string, ...string[]],
  options: ToolOptions,
  next = 'Try again; what was done so far is undone.',
): Promise<string> {
  const finished = await runTool(program, args, options)
  if (finished?.status === 0) return finished.stdout
  throw failed(what, finished === null ? `${program} does not run.` : wordsOf(finished), next)
}

/** A failed step, and what the machine said about it. */
export function failed(what: string, why: string, next: string): InputError {
  const full = /no space left on device|ENOSPC|disk quota exceeded/i.test(why)
  return new InputError([
    issue(`could not be installed: ${what} failed. ${why}`, full ? 'The disk is full.' : next),
  ])
}

function wordsOf({ status, stdout, stderr }: Finished): string {
  // what is indented explains another line: a Python traceback's source, a compiler's
  const lines = (stderr.trim() || stdout.trim()).split('\n').filter((line) => /^\S/.test(line))
  const how = status === null ? 'it was ended' : `exit status ${status}`
  return `(${how})\n${lines.slice(-SHOWN).join('\n')}\n`
}
