import { describe, expect, test } from 'vitest'
import { callMethod } from '../model/callable.ts'
import { ConversionError } from '../model/convert.ts'
import { data } from '../run/backend/lean-data.ts'
import { resolveImport } from '../run/sandbox/runner/resolve.ts'
import { catalogue } from './catalogue.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { tellCrossing, tellLoading } from './messages.ts'
import { code, plainText } from './sentence.ts'

const [english, spanish] = [catalogue('en'), catalogue('es')]
const file = code('src/a.ts')

function messageOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  return expect.unreachable()
}

const here = new URL('.', import.meta.url).href
const usual = ['@tensorflow/tfjs', 'gradus/layers']
const refusal = (specifier: string, ...more: string[]) => {
  const packages = new Map([...usual, ...more].map((name) => [name, '']))
  return messageOf(() => resolveImport(specifier, import.meta.url, here, packages))
}

describe('why a file does not load', () => {
  test.each([
    [
      refusal('lodash'),
      'src/a.ts cannot be loaded: it imports lodash, and only @tensorflow/tfjs and gradus/layers can be imported.',
      'No se puede cargar src/a.ts: se importa lodash, y solo se pueden importar @tensorflow/tfjs y gradus/layers.',
    ],
    [
      refusal('lodash', 'sharp'),
      'src/a.ts cannot be loaded: it imports lodash, and only @tensorflow/tfjs, gradus/layers, and sharp can be imported.',
      'No se puede cargar src/a.ts: se importa lodash, y solo se pueden importar @tensorflow/tfjs, gradus/layers y sharp.',
    ],
    [
      refusal('./nowhere'),
      'src/a.ts cannot be loaded: ./nowhere is imported, and there is no such file.',
      'No se puede cargar src/a.ts: se importa ./nowhere, y ese archivo no existe.',
    ],
    [
      refusal('../kit'),
      'src/a.ts cannot be loaded: ../kit is imported, and lies outside the submission.',
      'No se puede cargar src/a.ts: se importa ../kit, que está fuera de la entrega.',
    ],
    [
      "The requested module './b' does not provide an export named 'c'",
      'src/a.ts cannot be loaded: c is imported from ./b, which has no export of that name.',
      'No se puede cargar src/a.ts: se importa c de ./b, que no exporta nada con ese nombre.',
    ],
  ])('%s', (message, en, es) => {
    expect(plainText(tellLoading(message, file, english) ?? [])).toBe(en)
    expect(plainText(tellLoading(message, file, spanish) ?? [])).toBe(es)
  })

  test('keeps what is imported as text of others', () => {
    for (const text of HOSTILE_TEXTS) {
      expect(tellLoading(`there is no file '${text}'`, file, spanish)).toContainEqual({
        untrusted: text,
      })
    }
  })
})

describe('what cannot be handed over', () => {
  test.each([
    ['a Map', 'a value of type Map', 'un valor de tipo Map'],
    ['a bigint', 'a value of type bigint', 'un valor de tipo bigint'],
    ['a function', 'a function', 'una función'],
    ['a string tensor', 'a tensor of dtype string', 'un tensor de dtype string'],
    [
      'a int32 tensor without its data',
      'a tensor of dtype int32 without its data',
      'un tensor de dtype int32 sin sus datos',
    ],
    ['a tensor of rank 7', 'a tensor of rank 7', 'un tensor de rango 7'],
    [
      'a tensor whose data misses its shape',
      'a tensor whose data does not fit its shape',
      'un tensor cuyos datos no encajan con su forma',
    ],
    ['more than 1000000 objects', 'more than 1,000,000 objects', 'más de 1.000.000 objetos'],
    [
      'an object nested that deeply (a cycle?)',
      'objects nested too deeply (does one contain itself?)',
      'objetos anidados a demasiada profundidad (¿alguno se contiene a sí mismo?)',
    ],
  ])('%s', (what, en, es) => {
    const { message } = new ConversionError(what)
    expect(plainText(tellCrossing(message, english) ?? [])).toBe(
      `Your function returned something that cannot be handed over: ${en}. Return a tensor, a number, a string, an array or a plain object.`,
    )
    expect(plainText(tellCrossing(message, spanish) ?? [])).toBe(
      `Tu función devolvió algo que no se puede entregar: ${es}. Devuelve un tensor, un número, un texto, un array o un objeto simple.`,
    )
  })

  test('a type is text of others: a submission may name it', () => {
    for (const text of HOSTILE_TEXTS) {
      const spans = tellCrossing(new ConversionError(`a ${text}`).message, spanish)
      expect(spans).toContainEqual({ untrusted: text })
    }
  })

  test('an object without the method that a check calls', () => {
    const message = messageOf(() => callMethod({}, 'predict', []))
    expect(tellCrossing(message, spanish)).toEqual([
      { text: 'Un objeto de tu código no tiene el método ' },
      { untrusted: 'predict' },
      { text: '.' },
    ])
    expect(tellCrossing('nothing is left behind handle 3', spanish)).toHaveLength(1)
  })
})

test('the data API, which is left out', () => {
  const message = messageOf(() => data['array']?.())
  expect(plainText(tellCrossing(message, english) ?? [])).toBe(
    'Your code uses tf.data, which is not available here. Train on tensors, with fit or batches of your own.',
  )
  expect(plainText(tellCrossing(message, spanish) ?? [])).toBe(
    'Tu código usa tf.data, que aquí no está disponible. Entrena con tensores, con fit o con lotes propios.',
  )
})

test('a message of the submission or of others is not ours', () => {
  for (const text of [...HOSTILE_TEXTS, 'x is not a function', "Cannot find package 'lodash'"]) {
    expect(tellLoading(text, file, english)).toBeNull()
    expect(tellCrossing(text, english)).toBeNull()
  }
})
