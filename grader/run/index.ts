import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveChannel } from '../kit/channel-transport.ts'
import { checkKey, type KitSettings, type RecordingSettings } from '../kit/settings.ts'
import { wasmBackend } from './backend/pick.ts'
import { declarations } from './declarations.ts'
import { Judge, outcomesOf } from './judge.ts'
import { hearRuns, timed } from './notices.ts'
import { provenance } from './provenance.ts'
import { recordings } from './recordings.ts'
import type { Runner, RunnerOptions } from './runner.ts'
import { openSession, runtimePaths } from './sandbox/index.ts'
import { seedsOf } from './seeds.ts'
import { dueChecks, holding, specFiles, specFilesOf } from './specs.ts'
import { watchCalls } from './watchdog.ts'

export type { RehearsalOptions, Runner } from './runner.ts'

const ORACLE_SPEC = fileURLToPath(new URL('../verify/oracle.spec.ts', import.meta.url))

export function openRunner({ root, lab, secret, dataset, ...options }: RunnerOptions): Runner {
  const { backend = wasmBackend(), backbone = null, split = 'feedback' } = options
  const runs = options.onRun === undefined ? null : hearRuns(options.onRun)
  const judge = new Judge(root, lab, backend, runtimePaths(backend))
  const shared = {
    lab,
    solutionDir: join(root, 'solutions', lab.id),
    misconceptionsDir: join(root, 'labs', lab.id, 'misconceptions'),
    oracleDir: join(root, 'labs', lab.id, 'oracle'),
    seeds: seedsOf(lab, secret, split),
    dataset,
    backbone,
    split,
    rehearsedRuns: null,
    runNotices: runs?.name ?? null,
  }
  const play = () => ({ kind: 'play', values: recordings(root, lab) }) as const

  return {
    async grade(workspace, { rung, without = [], checks = null, onRequest }) {
      const startedAt = new Date()
      // The sandbox starts while the submission is still being fetched and the judge loads.
      const session = openSession({
        ...{ rung, limits: lab.limits, backend, packages: lab.packages, without },
      })
      const channel = `gradus-${randomUUID()}`
      const served = onRequest === undefined ? session : timed(session, onRequest)
      const stopServing = serveChannel(channel, served)
      try {
        const files = await workspace
        const recording = play()
        await session.load(files)
        const settings: KitSettings = {
          ...shared,
          transport: { kind: 'channel', name: channel },
          recording,
        }
        const specs = [...specFiles(root, lab.id, 'public'), ...specFiles(root, lab.id, 'hidden')]
        const ran = await judge.run(holding(specs, checks), settings, checks)
        return {
          schema: 'gradus/outcome/v1',
          lab: lab.id,
          submission: files.source,
          checks: outcomesOf(dueChecks(lab, ['public', 'hidden'], checks), ran),
          declared: await declarations(lab, files.dir),
          provenance: provenance({
            ...{
              lab,
              workspace: files,
              secret,
              rung,
              backend,
              dataset,
              backbone,
              split,
              startedAt,
            },
          }),
        }
      } finally {
        stopServing()
        await session.close()
      }
    },

    async rehearse(rehearsal) {
      const { dir, visibilities, override, distortion, record, replay, task, onEndless } = rehearsal
      const { checks = null } = rehearsal
      const recording: RecordingSettings = record === true ? { kind: 'record' } : play()
      const watch = onEndless === undefined ? null : watchCalls(lab.limits.callSeconds, onEndless)
      const settings: KitSettings = {
        ...shared,
        transport: {
          kind: 'import',
          dir,
          override: override ?? null,
          distortion: distortion ?? null,
          notices: watch?.name ?? null,
        },
        recording,
        ...(replay === false ? { misconceptionsDir: null } : {}),
        rehearsedRuns: rehearsal.rehearsedRuns ?? null,
      }
      const all = visibilities.flatMap((visibility) => specFiles(root, lab.id, visibility))
      const files = holding(task === undefined ? all : specFilesOf(all, task), checks)
      const ran = await judge.run(files, settings, checks).finally(() => watch?.close())
      return {
        checks: outcomesOf(
          dueChecks(lab, visibilities, checks).filter(([id]) => task === undefined || id === task),
          ran,
        ),
        recorded: Object.fromEntries(
          ran.reports.flatMap(({ key, record: left }) =>
            left === null ? [] : [[key, left.recorded] as const],
          ),
        ),
      }
    },

    async consult() {
      const dir = shared.solutionDir
      const settings: KitSettings = {
        ...shared,
        transport: { kind: 'import', dir, override: null, distortion: null, notices: null },
        recording: { kind: 'record' },
      }
      const { reports, stray } = await judge.run([ORACLE_SPEC], settings)
      return [
        ...stray.map((what) => ({ task: 'oracle', what })),
        ...lab.tasks.flatMap(({ id }) => {
          const report = reports.find(({ key }) => key === checkKey('oracle', id))
          if (report === undefined) return [{ task: id, what: 'its oracle did not run' }]
          return report.error === null ? [] : [{ task: id, what: report.error }]
        }),
      ]
    },

    async close() {
      runs?.close()
      await judge.close()
    },
  }
}
