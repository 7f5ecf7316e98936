import { availableParallelism } from 'node:os'
import { WASM } from '../../model/backend.ts'
import type { Limits } from '../../model/lab.ts'
import { insidePaths, type LaunchOptions, type RealRung } from './launch.ts'
import { plainText } from './plain-text.ts'
import { probeRungs, type RungProbe } from './rungs.ts'
import { runtimePaths } from './runtime/index.ts'
import { stagingFolder } from './staging.ts'
import { startProcess } from './start-process.ts'
import { findTools, isComplete } from './tools.ts'
import { claimUser } from './users.ts'

const LIMITS: Limits = {
  bootSeconds: 10,
  callSeconds: 5,
  totalSeconds: 10,
  memoryMB: 2048,
  replyMB: 1,
  calls: 1,
  startsPerTask: 1,
}

/**
 * As `probeRungs`, and each usable rung is then entered, by the very command line that submissions get, to
 * see from inside that it holds: another user, no capabilities, the filter, no network, no host files.
 */
export async function examineRungs(): Promise<readonly RungProbe[]> {
  const probes = await probeRungs()
  return Promise.all(probes.map((probe) => (probe.usable ? examine(probe) : probe)))
}

async function examine(probe: RungProbe): Promise<RungProbe> {
  const leaks = await leaksOf(probe.rung)
  if (leaks.length === 0) {
    return { ...probe, why: `${probe.why}; seen from inside, every layer holds` }
  }
  const next =
    'Grade on another machine, and report this with the versions of kernel and bubblewrap.'
  return { ...probe, usable: false, why: leaks.join('; '), next }
}

/** What the sandbox lets through that it should not, in words. */
async function leaksOf(rung: RealRung): Promise<string[]> {
  const root = process.getuid?.() === 0
  await using user = await claimUser()
  const { uid } = user
  const folder = await stagingFolder(root ? uid : null)
  try {
    const [runtime, tools] = [await runtimePaths(WASM), findTools()]
    if (!isComplete(tools)) return [`${tools.join(' and ')} not found`]
    const without = new Set<never>()
    const backend = WASM
    const inside = insidePaths({
      ...{ runtime, submission: folder.dir, backend, packages: null, without },
    })
    return findings(
      await printedBy({
        ...{
          rung,
          runtime,
          tools,
          root,
          uid,
          backend,
          gpu: null,
          packages: null,
          without,
          limits: LIMITS,
        },
        program: [`${inside.runtime}/probe.cjs`],
        submission: folder.dir,
        cores: availableParallelism(),
      }),
    )
  } finally {
    await folder.remove()
  }
}

function printedBy(options: LaunchOptions): Promise<string> {
  const child = startProcess(options)
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMITS.bootSeconds * 1000)
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const { promise, resolve } = Promise.withResolvers<string>()
  child.on('close', () => {
    clearTimeout(timer)
    resolve(text)
  })
  return promise
}

/** Reads the report of probe.cjs. */
export function findings(report: string): string[] {
  const seen = parse(report)
  if (seen === null) return [`the probe did not run: ${plainText(report)}`]
  const none = /^0+$/
  const expected: [string, boolean][] = [
    ['the program inside is root', seen['uid'] !== 0],
    ['it has capabilities', none.test(String(seen['capabilities']))],
    ['it can get capabilities', none.test(String(seen['bounding']))],
    ['no system call is filtered', seen['seccomp'] === 2],
    ['it can change kernel settings', /^(EACCES|EROFS|ENOENT)$/.test(String(seen['corePattern']))],
    ['it has a network', String(seen['interfaces']) === 'lo'],
    ['it can read files of this machine', seen['hostFile'] === 'ENOENT'],
  ]
  return expected.filter(([, holds]) => !holds).map(([leak]) => leak)
}

function parse(report: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(report)
  } catch {
    return null
  }
}
