import * as tf from '@tensorflow/tfjs'
import { aroundEach, inject } from 'vitest'
import type { Check, Task } from '../model/lab.ts'
import { channelTransport } from './channel-transport.ts'
import { noteClaims } from './claims.ts'
import { conclude } from './conclude.ts'
import { enterFrame, type Frame } from './frame.ts'
import { importTransport } from './import-transport.ts'
import { checkKey, type KitSettings, type RunNotice } from './settings.ts'
import { sfc32 } from './sfc32.ts'

/**
 * Runs in vitest's worker before the specs: gives every test its frame, and leaves what happened in the
 * test's `meta`, where the judge finds it.
 */
aroundEach(async (runTest, { task: test }) => {
  const settings = inject('gradus')
  const found = findCheck(settings, test.suite?.name ?? '', test.name)
  // A test that lab.yaml does not know is reported by the judge, which sees no record of it.
  if (found === null) return await runTest()
  const transport =
    settings.transport.kind === 'channel'
      ? channelTransport(settings.transport.name)
      : importTransport(settings.transport)
  const runs = settings.runNotices === null ? null : new BroadcastChannel(settings.runNotices)
  const frame = openFrame(settings, found.task, found.check, transport, runs)
  enterFrame(frame)
  const unnote = noteClaims((noted) => frame.claims.push(noted))
  // Tensors that a spec makes are gone after it; nothing else runs in this worker meanwhile.
  tf.engine().startScope()
  try {
    await runTest()
    const error = test.result?.errors?.[0] ?? null
    const outcome = await conclude(
      frame,
      error && { name: error.name ?? 'Error', message: error.message },
    )
    test.meta.gradus = { outcome, recorded: frame.recorded }
  } finally {
    tf.engine().endScope()
    enterFrame(null)
    unnote()
    transport.restore()
    runs?.close()
  }
})

function findCheck(
  { lab }: KitSettings,
  suite: string,
  name: string,
): { task: Task; check: Check } | null {
  const task = lab.tasks.find(({ id }) => id === suite)
  const check = task?.checks.find(({ id }) => id === name)
  return task !== undefined && check !== undefined ? { task, check } : null
}

function openFrame(
  settings: KitSettings,
  task: Task,
  check: Check,
  transport: Frame['transport'],
  runs: Pick<InstanceType<typeof BroadcastChannel>, 'postMessage'> | null,
): Frame {
  const seeds = settings.seeds[checkKey(task.id, check.id)]
  if (seeds === undefined) throw new Error(`The run gave no seed for ${task.id}/${check.id}.`)
  return {
    settings,
    task,
    check,
    transport,
    seeds,
    runSeeds: seeds,
    context: { task: task.id, check: check.id, seed: seeds.submission, seconds: check.seconds },
    uniform: sfc32(seeds.random),
    startedAt: performance.now(),
    exchanges: [],
    measurements: new Map(),
    diagnosed: new Set(),
    worst: null,
    curve: null,
    onRun: (run, planned) =>
      runs?.postMessage({ task: task.id, check: check.id, run, planned } satisfies RunNotice),
    raised: [],
    claims: [],
    recorded: [],
    played: 0,
  }
}
