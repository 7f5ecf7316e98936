import { expect, test } from 'vitest'
import { probeRungs } from './rungs.ts'
import { answerOf, failureOf, number, numbers, Trial, text } from './testing.ts'

const rung = (await probeRungs()).find(({ usable }) => usable)?.rung

test.skipIf(rung === undefined)('all that vitest accepts runs', async () => {
  await using trial = new Trial({ rung: rung ?? 'A' }, 'lenient', 'main.ts')
  const reply = await trial.call('all', numbers(11))
  expect(answerOf(reply)).toEqual({
    type: 'array',
    items: [
      ...[number(0), text('relu'), number(8), text('layer'), number(4), number(3)],
      ...[text('index'), number(4), number(5), number(7), number(11), number(5)],
    ],
  })
  expect(answerOf(await trial.call('late'))).toEqual(number(1))
})

test.skipIf(rung === undefined)('a place is one in the student’s own source', async () => {
  await using trial = new Trial({ rung: rung ?? 'A' }, 'lenient', 'main.ts')
  const padding = { type: 'record', entries: [['top', number(3)]] } as const
  expect(failureOf(await trial.call('thrower', padding))).toEqual({
    kind: 'crash',
    cause: 'threw',
    message: 'value is 3',
    location: { file: 'main.ts', line: 63, column: 11 },
  })
})

test.skipIf(rung === undefined)('the data API, which is left out, says so', async () => {
  await using trial = new Trial({ rung: rung ?? 'A' }, 'lenient', 'data.ts')
  const message = 'tf.data is not available here: train on tensors, with fit or batches of your own'
  for (const [name, line, column] of [
    ['array', 3, 36],
    ['csv', 4, 49],
  ] as const) {
    expect(failureOf(await trial.call(name))).toEqual({
      kind: 'crash',
      cause: 'threw',
      message,
      location: { file: 'data.ts', line, column },
    })
  }
})

test.skipIf(rung === undefined)('a file that cannot be loaded says why and where', async () => {
  await using trial = new Trial({ rung: rung ?? 'A' })
  const load = async (file: string) => failureOf(await trial.callIn(file, 'one'))
  expect(await load('broken.ts')).toEqual({
    kind: 'crash',
    cause: 'load',
    message: 'Unexpected token',
    location: { file: 'broken.ts', line: 2, column: 35 },
  })
  expect(await load('lodash.ts')).toEqual({
    kind: 'crash',
    cause: 'load',
    message: "only @tensorflow/tfjs and gradus/layers can be imported; found 'lodash'",
    location: { file: 'lodash.ts', line: 3, column: 1 },
  })
  expect(await load('outside.ts')).toMatchObject({
    message: "'../../rt/runner.cjs' leads out of the submission",
    location: { file: 'outside.ts', line: 1, column: 1 },
  })
  expect(await load('absent.ts')).toMatchObject({
    message: "there is no file './nowhere'",
    location: { file: 'absent.ts', line: 1, column: 1 },
  })
  expect(await load('twice.ts')).toMatchObject({
    message: 'Identifier `a` has already been declared',
    location: { file: 'twice.ts', line: 2, column: 7 },
  })
  expect(await load('no-export.ts')).toMatchObject({
    message: "The requested module './hostile' does not provide an export named 'nothing'",
    location: { file: 'no-export.ts', line: 1, column: 1 },
  })
})
