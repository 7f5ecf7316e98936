import type { RawBackbone, RawCheck, RawLab, RawTask } from '../model/lab.schema.ts'
import type {
  BackboneChoice,
  Check,
  Lab,
  Limits,
  Task,
  Threshold,
  Tolerance,
  Visibility,
} from '../model/lab.ts'
import { phraseKey } from '../model/phrase.ts'

/** How a check is found in the specs; null when no spec has it. */
export type VisibilityOf = (task: string, check: string) => Visibility | null

/** What the specs of a lab tell of its parts. */
export interface Specs {
  readonly hash: string
  readonly visibilityOf: VisibilityOf
  /** The labels of public specs. */
  readonly publicLabels: readonly string[]
}

/** A lab.yaml that has no issues, with every default filled in. */
export function toLab(id: string, raw: RawLab, { hash, visibilityOf, publicLabels }: Specs): Lab {
  const isPublic = new Set(publicLabels.map(phraseKey))
  const tasks = Object.entries(raw.tasks).map(([taskId, task]) =>
    toTask(taskId, task, visibilityOf),
  )
  return {
    id,
    version: raw.version ?? 1,
    hash,
    title: raw.title,
    tasks,
    limits: toLimits(raw.limits ?? {}),
    prefer: raw.prefer ?? [],
    data: raw.data ?? [],
    backbones: Object.fromEntries(
      Object.entries(raw.backbones ?? {}).map(([data, choice]) => [data, toBackbone(choice)]),
    ),
    shufflePixels: raw['shuffle-pixels'] ?? false,
    phrases: (raw.phrases ?? []).map((text) => ({
      text,
      visibility: isPublic.has(phraseKey(text.en)) ? 'public' : 'hidden',
    })),
    packages: raw.packages ?? [],
  }
}

function toBackbone(raw: RawBackbone): BackboneChoice {
  if (typeof raw === 'string') return { kind: 'known', name: raw }
  const [low, high] = raw.range
  return { kind: 'own', ...raw, range: [low, high] }
}

function toLimits(raw: NonNullable<RawLab['limits']>): Limits {
  return {
    bootSeconds: raw['boot-seconds'] ?? 10,
    callSeconds: raw['call-seconds'] ?? 5,
    totalSeconds: raw['total-seconds'] ?? 120,
    memoryMB: raw['memory-mb'] ?? 2048,
    replyMB: raw['reply-mb'] ?? 16,
    calls: raw.calls ?? 10_000,
    startsPerTask: raw['starts-per-task'] ?? 3,
  }
}

function toTask(id: string, raw: RawTask, visibilityOf: VisibilityOf): Task {
  return {
    id,
    title: raw.title,
    points: raw.points,
    file: raw.file ?? `${id}.ts`,
    exports: raw.exports ?? [id],
    checks: Object.entries(raw.checks).map(([checkId, check]) => {
      const visibility = visibilityOf(id, checkId)
      // a rule has reported every check without a test, and a lab with issues is never made
      if (visibility === null) throw new Error(`check "${checkId}" of task "${id}" has no test`)
      return toCheck(checkId, check, visibility)
    }),
    misconceptions: Object.entries(raw.misconceptions ?? {}).map(([misconceptionId, sentence]) => ({
      id: misconceptionId,
      sentence,
    })),
  }
}

function toCheck(id: string, raw: RawCheck, visibility: Visibility): Check {
  return {
    id,
    visibility,
    points: raw.points,
    tolerance: toTolerance(raw),
    threshold: toThreshold(raw),
    hint: raw.hint ?? null,
    release: raw.release ?? 'now',
    seconds: raw.seconds ?? null,
  }
}

function toTolerance({ tolerance }: RawCheck): Tolerance | null {
  if (tolerance?.reason === undefined) return null
  const { reason, 'max-error': absolute, 'max-relative-error': relative } = tolerance
  if (absolute !== undefined) return { metric: 'max-error', bound: absolute, reason }
  return relative === undefined ? null : { metric: 'max-relative-error', bound: relative, reason }
}

function toThreshold({ measure, marks, seeds, rule, reason, ...rest }: RawCheck): Threshold | null {
  if (measure === undefined || marks === undefined || reason === undefined) return null
  if (seeds === undefined || rule === undefined) return null
  return { measure, marks, marksOn: rest['marks-on'] ?? {}, seeds, rule, reason }
}
