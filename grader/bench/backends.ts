import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { progress } from '../commands/progress.ts'
import type { World } from '../commands/world.ts'
import { backendTable, type Measured, type Measurements } from './backend-table.ts'
import type { StepsReply, StepsRequest } from './backend-worker.ts'
import { type ContenderName, contenders } from './contenders.ts'
import { median } from './pairs.ts'
import { BATCH, type WorkloadName, workloads } from './workloads.ts'

const WORKER = fileURLToPath(new URL('./backend-worker.ts', import.meta.url))
const STEPS_A_ROUND = 3
const WARM_UP = 3

/**
 * Milliseconds of a training step for the networks of the labs on each backend at hand. Every backend
 * lives in a process of its own; they step in turn, so that a drift of the machine's speed meets all
 * alike, and are compared round by round. `--rounds N` (7) asks for more or fewer; `--json` prints all
 * measurements.
 */
export async function main(world: World, args: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' }, rounds: { type: 'string', default: '7' } },
  })
  const rounds = Number(values.rounds)
  if (!(Number.isInteger(rounds) && rounds > 0)) {
    throw new RangeError(`--rounds takes a whole number from 1, got ${values.rounds}`)
  }
  const names = namesOf(contenders)
  const workers = new Map(names.map((name) => [name, fork(WORKER, [name], { silent: true })]))
  try {
    const bar = progress(world.stderr, namesOf(workloads).length * (rounds + 1))
    const measurements: Measurements = {}
    for (const workload of namesOf(workloads)) {
      measurements[workload] = await measure(workload, workers, rounds, () => bar.tick(workload))
    }
    bar.end()
    const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`
    const facts = { node: process.version, machine, batch: BATCH, rounds }
    world.stdout.write(
      values.json
        ? `${JSON.stringify({ ...facts, measurements }, null, 2)}\n`
        : backendTable(facts, measurements),
    )
  } finally {
    for (const worker of workers.values()) worker.kill()
  }
}

async function measure(
  workload: WorkloadName,
  workers: ReadonlyMap<ContenderName, ChildProcess>,
  count: number,
  tick: () => void,
): Promise<Partial<Record<ContenderName, Measured>>> {
  const { cpuSteps } = workloads[workload]
  const failed = new Map<ContenderName, string>()
  const rounds = new Map<ContenderName, number[]>()
  const losses = new Map<ContenderName, number>()
  for (let round = 0; round <= count; round++) {
    for (const [name, worker] of workers) {
      if (failed.has(name)) continue
      if (name === 'cpu' && cpuSteps === 0) failed.set(name, 'a step takes minutes')
      const steps = stepsOf(name, round, cpuSteps)
      if (steps === 0) continue
      const reply = await ask(worker, { workload, steps })
      if ('why' in reply) failed.set(name, reply.why)
      // Round 0 warms up, but for a backend so slow that it has few steps at all.
      else if (round > 0 || name === 'cpu') {
        rounds.set(name, [...(rounds.get(name) ?? []), median(reply.ms)])
        losses.set(name, reply.loss)
      }
    }
    tick()
  }
  const ours = rounds.get('kernels') ?? []
  const results = [...workers.keys()].map((name): [ContenderName, Measured] => {
    const ms = rounds.get(name)
    if (ms === undefined) return [name, { why: failed.get(name) ?? 'it gave no step' }]
    return [name, { ms, median: median(ms), ratio: ratioOf(ms, ours), loss: losses.get(name) ?? 0 }]
  })
  return Object.fromEntries(results)
}

function stepsOf(name: ContenderName, round: number, cpuSteps: number): number {
  if (name === 'cpu') return round < cpuSteps ? 1 : 0
  return round === 0 ? WARM_UP : STEPS_A_ROUND
}

/** Median of the ratios round by round; of the medians where one side has fewer rounds. */
function ratioOf(ms: readonly number[], ours: readonly number[]): number {
  if (ms.length !== ours.length) return median(ms) / median(ours)
  return median(ms.map((value, round) => value / (ours[round] ?? Number.NaN)))
}

async function ask(worker: ChildProcess, request: StepsRequest): Promise<StepsReply> {
  if (worker.exitCode !== null) return { why: ended(worker.exitCode) }
  const answered = new AbortController()
  const { signal } = answered
  worker.send(request)
  const [event]: unknown[] = await Promise.race([
    once(worker, 'message', { signal }),
    once(worker, 'exit', { signal }).then(([status]) => [{ why: ended(status) }]),
  ])
  // Else every question would leave its listeners behind.
  answered.abort()
  if (isReply(event)) return event
  throw new TypeError(`a benchmark process sent ${JSON.stringify(event)}`)
}

function ended(status: unknown): string {
  return `its process ended with status ${status}`
}

function isReply(value: unknown): value is StepsReply {
  return typeof value === 'object' && value !== null && ('why' in value || 'ms' in value)
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  const names: string[] = Object.keys(table)
  return names.filter((name): name is Name => Object.hasOwn(table, name))
}
