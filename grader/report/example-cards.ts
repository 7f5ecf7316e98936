import type { Check, Lab, Localized, Task } from '../model/lab.ts'
import type { Curve, Provenance } from '../model/outcome.ts'
import type { Cause, CheckResult, Scorecard, TaskResult } from '../model/scorecard.ts'

/** A small lab and gradings of it, one for each thing that a report must word well. */

export const exampleLab: Lab = {
  id: 'convolutions',
  version: 1,
  hash: 'a'.repeat(64),
  title: both('Convolutions', 'Convoluciones'),
  prefer: [],
  data: [],
  backbones: {},
  shufflePixels: false,
  phrases: [
    { text: both('shapes of the weights', 'formas de los pesos'), visibility: 'public' },
    {
      text: both('`history.{name}` is a list', '`history.{name}` es una lista'),
      visibility: 'hidden',
    },
  ],
  packages: [],
  limits: {
    bootSeconds: 10,
    callSeconds: 5,
    totalSeconds: 120,
    memoryMB: 2048,
    replyMB: 16,
    calls: 10_000,
    startsPerTask: 3,
  },
  tasks: [
    task('conv1d', both('A convolution in one dimension', 'Una convolución en una dimensión'), [
      check('by-hand', 'public', 5),
      check('random-lengths', 'hidden', 10, {
        hint: both(
          'Try a kernel as long as the signal: there is exactly one output.',
          'Prueba un kernel tan largo como la señal: hay exactamente una salida.',
        ),
      }),
    ]),
    task(
      'conv2d',
      both('A convolution by hand', 'Una convolución a mano'),
      [
        check('fixed-case', 'public', 5),
        check('random-shapes', 'hidden', 12, {
          hint: both(
            'The output at `[0, i, j]` reads the image from `[i, j]`; check which index moves first.',
            'La salida en `[0, i, j]` lee la imagen desde `[i, j]`; mira qué índice avanza primero.',
          ),
        }),
        check('inputs-kept', 'hidden', 8, {
          hint: both(
            'A caller may use its tensors again.',
            'Quien llama puede volver a usar sus tensores.',
          ),
          release: 'after-due',
        }),
      ],
      [
        {
          id: 'conv2d-flipped-kernel',
          sentence: both(
            'Your output equals a convolution with the kernel flipped. In deep learning the kernel is not flipped.',
            'Tu salida es igual a una convolución con el kernel invertido. En aprendizaje profundo el kernel no se invierte.',
          ),
        },
      ],
    ),
    task('padAndStride', both('Padding and stride', 'Relleno y paso'), [
      check('same-padding', 'public', 5),
      check('random-strides', 'hidden', 10, {
        hint: both('Pad before you slide.', 'Rellena antes de deslizar.'),
      }),
    ]),
    task('pool2d', both('Pooling', 'Agrupación'), [
      check('maximum', 'public', 5),
      check('average', 'hidden', 10, {
        hint: both('Divide by the cells of the window.', 'Divide entre las celdas de la ventana.'),
      }),
      check('odd-sizes', 'hidden', 5, {
        hint: both('What is left of an odd side?', '¿Qué queda de un lado impar?'),
        release: 'never',
      }),
    ]),
    task('countParameters', both('Counting parameters', 'Contar parámetros'), [
      check('slides', 'public', 10),
      check('random-stacks', 'hidden', 15, {
        hint: both(
          'Every filter has one bias, not one for each pixel.',
          'Cada filtro tiene un sesgo, no uno por píxel.',
        ),
      }),
    ]),
  ],
}

const provenance: Provenance = {
  labVersion: 1,
  labHash: 'a'.repeat(64),
  submissionHash: 'b'.repeat(64),
  commit: '3f9c2b7a1e5d4c8f90ab12cd34ef56ab78cd90ef',
  dataset: null,
  datasetHash: null,
  backbone: null,
  backboneHash: null,
  split: 'feedback',
  backend: 'wasm',
  backendVersion: '4.22.0',
  device: 'cpu',
  backendReason: 'the first that is usable; tensorflow (cpu): it is not installed',
  rung: 'A',
  seeds: [1],
  keyId: '0a1b2c3d',
  graderVersion: '0.1.0',
  nodeVersion: '24.21.0',
  startedAt: '2026-11-20T17:05:00.000Z',
  seconds: 7.25,
}

const differs: Cause = {
  kind: 'mismatch',
  mismatch: {
    kind: 'values',
    total: 60,
    errors: [0.18, 0.17],
    relativeErrors: [1.38, 1.2],
    worst: { index: [0, 2, 1, 3], got: 0.3104, want: 0.1301 },
  },
  differing: { count: 36, atLeast: false, total: 60 },
}
const notStarted: Cause = { kind: 'not-started' }
const endless: Cause = { kind: 'limit', limit: 'call-time', bound: 5, unit: 's' }
const threw: Cause = {
  kind: 'crash',
  cause: 'threw',
  message: "TypeError: Cannot read properties of undefined (reading 'filters')",
  location: { file: 'countParameters.ts', line: 21, column: 34 },
}
const fault: Cause = { kind: 'fault', message: 'the judge lost its sandbox before the first call' }

/** One task right, one with a flipped kernel, one not started, one that never returns, one that throws. */
export const halfDone = card([
  result('conv1d', [passed('by-hand', 5), passed('random-lengths', 10)]),
  result('conv2d', [
    failed('fixed-case', 'fail', differs, 5, { measurements: { 'max-error': 0.1803 } }),
    failed('random-shapes', 'fail', differs, 12, {
      measurements: { 'max-error': 0.41 },
      misconception: 'conv2d-flipped-kernel',
    }),
    passed('inputs-kept', 8),
  ]),
  result('padAndStride', [
    failed('same-padding', 'skip', notStarted, 5),
    failed('random-strides', 'skip', notStarted, 10),
  ]),
  result('pool2d', [
    failed('maximum', 'limit', endless, 5),
    failed('average', 'limit', endless, 10),
    failed('odd-sizes', 'limit', endless, 5),
  ]),
  result('countParameters', [passed('slides', 10), failed('random-stacks', 'crash', threw, 15)]),
])

const learned: Curve = {
  metric: 'accuracy',
  points: [2.31, 1.42, 0.94, 0.7, 0.55, 0.47, 0.42, 0.4].map((loss, index) => ({
    epoch: index + 1,
    loss,
    metric: Number((1 - loss / 3).toFixed(3)),
  })),
}
const diverged: Curve = {
  metric: null,
  points: [1.9, 2.4, 7.1, 310, 'NaN' as const, 'NaN' as const].map((loss, index) => ({
    epoch: index + 1,
    loss,
    metric: null,
  })),
}
const below: Cause = {
  kind: 'below-threshold',
  measure: 'accuracy',
  value: 0.41,
  full: 0.9,
  runs: 5,
  diverged: 2,
}

const asserted: Cause = {
  kind: 'mismatch',
  mismatch: {
    kind: 'assertion',
    message:
      'shapes of the weights: expected [ [ 3, 2 ], [ 2 ] ] to deeply equal [ [ 3, 3, 2 ], … ]',
    claim: {
      label: 'shapes of the weights',
      relation: 'equal',
      got: '[[3, 2], [2]]',
      want: '[[3, 3, 2], [2]]',
    },
  },
  differing: null,
}

/** One training that learned, and one that grew beyond all bounds, after an assertion that failed. */
export const trained = card([
  result('conv1d', [passed('by-hand', 5), { ...passed('random-lengths', 10), curve: learned }]),
  result('countParameters', [
    failed('slides', 'fail', asserted, 10),
    failed('random-stacks', 'fail', below, 15, { points: 4, curve: diverged }),
  ]),
])

/** The same with every check passed. */
export const complete = card(
  exampleLab.tasks.map((task) =>
    result(
      task.id,
      task.checks.map(({ id, points }) => passed(id, points)),
    ),
  ),
)

/** All right so far, but the grader could not finish one task. */
export const faulted = card(
  complete.tasks.map((task) =>
    task.id === 'pool2d'
      ? result('pool2d', [
          passed('maximum', 5),
          failed('average', 'fault', fault, 10),
          passed('odd-sizes', 5),
        ])
      : task,
  ),
)

/** What a student sees before the push: the public checks alone. */
export const publicOnly = card(
  halfDone.tasks.map((task) =>
    result(
      task.id,
      task.checks.filter(({ visibility }) => visibility === 'public'),
    ),
  ),
)

/** A scorecard of these results, with the points added up. */
export function card(tasks: readonly TaskResult[]): Scorecard {
  return {
    schema: 'gradus/scorecard/v1',
    lab: exampleLab.id,
    submission: 'submissions/ada',
    points: tasks.reduce((sum, { points }) => sum + points, 0),
    maxPoints: tasks.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    tasks,
    provenance,
  }
}

export function result(id: string, checks: readonly CheckResult[]): TaskResult {
  const points = checks.reduce((sum, check) => sum + check.points, 0)
  const maxPoints = checks.reduce((sum, check) => sum + check.maxPoints, 0)
  return { id, points, maxPoints, location: { file: `${id}.ts`, line: 21, column: 17 }, checks }
}

export function passed(id: string, points: number): CheckResult {
  return {
    id,
    visibility: visibilityOf(id),
    verdict: 'pass',
    points,
    maxPoints: points,
    measurements: { 'max-error': 2.4e-7 },
    misconception: null,
    cause: null,
    curve: null,
    seconds: 0.12,
  }
}

export function failed(
  id: string,
  verdict: CheckResult['verdict'],
  cause: Cause,
  maxPoints: number,
  more: Partial<CheckResult> = {},
): CheckResult {
  const base = { ...passed(id, maxPoints), measurements: {}, points: 0, verdict, cause }
  return { ...base, ...more }
}

function visibilityOf(id: string): CheckResult['visibility'] {
  const checks = exampleLab.tasks.flatMap((task) => task.checks)
  return checks.find((check) => check.id === id)?.visibility ?? 'hidden'
}

function both(en: string, es: string): Localized {
  return { en, es }
}

function task(
  id: string,
  title: Localized,
  checks: readonly Check[],
  misconceptions: Task['misconceptions'] = [],
): Task {
  const points = checks.reduce((sum, check) => sum + check.points, 0)
  return { id, title, points, file: `${id}.ts`, exports: [id], checks, misconceptions }
}

function check(
  id: string,
  visibility: Check['visibility'],
  points: number,
  more: Partial<Check> = {},
): Check {
  const base = {
    id,
    visibility,
    points,
    tolerance: null,
    threshold: null,
    hint: null,
    seconds: null,
  }
  return { ...base, release: 'now', ...more }
}
