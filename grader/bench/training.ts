import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { progress } from '../commands/progress.ts'
import { chooseRung } from '../commands/rung.ts'
import type { World } from '../commands/world.ts'
import type { Limits } from '../model/lab.ts'
import type { Context, Value } from '../model/value.ts'
import { openSession, runtimePaths } from '../run/sandbox/index.ts'
import { median } from './pairs.ts'
import { type WorkloadName, workloads } from './workloads.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROUNDS = 15
/** Each round trains this long on either side, about; long enough that one call's way costs nothing. */
const ROUND_STEPS: Readonly<Record<WorkloadName, number>> = {
  lenet: 20,
  cnn: 4,
  siamese: 10,
  autoencoder: 60,
  head: 60,
}

const LIMITS: Limits = {
  bootSeconds: 30,
  callSeconds: 120,
  totalSeconds: 3600,
  memoryMB: 2048,
  replyMB: 1,
  calls: 10_000,
  startsPerTask: 1,
}

interface Trainer {
  train(workload: WorkloadName, steps: number): Promise<number>
  close(): Promise<void>
}

/**
 * Training inside the sandbox against a bare script with the same build of TensorFlow.js, in turn: ms a step
 * and the ratio, median of the rounds. Both must reach the same loss, bit for bit.
 */
export async function benchTraining(world: World): Promise<void> {
  const names = Object.keys(workloads).filter((name): name is WorkloadName => name in workloads)
  const sandbox = await sandboxed()
  const bare = await bareScript()
  const bar = progress(world.stderr, names.length * (ROUNDS + 1))
  const rows: string[] = []
  try {
    for (const name of names) {
      const rounds: { inside: number; outside: number }[] = []
      for (let round = 0; round <= ROUNDS; round++) {
        const inside = await timed(sandbox, name)
        const outside = await timed(bare, name)
        if (!Object.is(inside.loss, outside.loss)) {
          throw new Error(`${name}: loss ${inside.loss} in the sandbox, ${outside.loss} outside`)
        }
        if (round > 0) rounds.push({ inside: inside.ms, outside: outside.ms })
        bar.tick(name)
      }
      rows.push(row(workloads[name].title, rounds))
    }
  } finally {
    bar.end()
    await sandbox.close()
    await bare.close()
  }
  world.stdout.write(
    `Training, batch 32, wasm, ${ROUNDS} rounds in turn after a warm-up, median ms a step:\n` +
      `${' '.repeat(30)}sandbox   script   ratio\n${rows.join('')}`,
  )
}

function row(title: string, rounds: readonly { inside: number; outside: number }[]): string {
  const cell = (value: number) => value.toFixed(2).padStart(9)
  const inside = median(rounds.map((each) => each.inside))
  const outside = median(rounds.map((each) => each.outside))
  const ratio = median(rounds.map((each) => each.inside / each.outside))
  return `  ${title.padEnd(26)}${cell(inside)}${cell(outside)}${ratio.toFixed(3).padStart(8)}\n`
}

async function timed(trainer: Trainer, name: WorkloadName): Promise<{ ms: number; loss: number }> {
  const steps = ROUND_STEPS[name]
  const start = performance.now()
  const loss = await trainer.train(name, steps)
  return { ms: (performance.now() - start) / steps, loss }
}

async function sandboxed(): Promise<Trainer> {
  const session = openSession({ rung: await chooseRung(), limits: LIMITS })
  const files = ['train.ts', 'workloads.ts']
  await session.load({ source: HERE, dir: HERE, files, hash: '', commit: null })
  const context: Context = { task: 'train', check: 'train', seed: 1, seconds: null }
  return {
    async train(workload, steps) {
      const args: Value[] = [
        { type: 'string', value: workload },
        { type: 'number', value: steps },
      ]
      const reply = await session.request(
        { op: 'call', file: 'train.ts', name: 'train', args },
        context,
      )
      if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
      if (reply.value.type !== 'number') throw new Error('train must give a number')
      return reply.value.value
    },
    close: () => session.close(),
  }
}

async function bareScript(): Promise<Trainer> {
  const { node, tfjs } = await runtimePaths()
  const child = spawn(node, [`${HERE}bare.ts`, tfjs, 'wasm'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  return {
    async train(workload, steps) {
      child.stdin.write(`${workload} ${steps}\n`)
      return Number(await nextLine(lines, child))
    },
    async close() {
      child.stdin.end()
      lines.close()
    },
  }
}

function nextLine(lines: Interface, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const died = (status: number | null) => reject(new Error(`the script ended with ${status}`))
    child.once('exit', died)
    lines.once('line', (line) => {
      child.off('exit', died)
      resolve(line)
    })
  })
}
