import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BACKENDS } from '../../model/backend.ts'
import { type Candidate, chooseBackend } from './choose.ts'

const gpu = candidate('tensorflow', 'gpu')
const native = candidate('tensorflow')
const wasm = candidate('wasm')
const cpu = candidate('cpu')
const webgpu = candidate('webgpu', 'gpu')
const all = [gpu, native, wasm, cpu, webgpu]

describe('automatic choice', () => {
  test('takes a GPU first, then the native library, then wasm, then cpu', () => {
    const pick = (...available: Candidate[]) => chosen({ available })
    expect(pick(...all)).toMatchObject({ id: 'tensorflow', device: 'gpu' })
    expect(pick(no(gpu), native, wasm, cpu)).toMatchObject({ id: 'tensorflow', device: 'cpu' })
    expect(pick(no(gpu), no(native), wasm, cpu)).toMatchObject({ id: 'wasm' })
    expect(pick(no(gpu), no(native), no(wasm), cpu)).toMatchObject({ id: 'cpu' })
  })

  test("follows the lab's order before its own", () => {
    expect(chosen({ prefer: ['wasm', 'tensorflow'] })).toMatchObject({ id: 'wasm' })
    expect(chosen({ prefer: ['cpu'] })).toMatchObject({ id: 'cpu' })
    const withoutWasm = [gpu, native, no(wasm), cpu, webgpu]
    expect(chosen({ prefer: ['wasm', 'cpu'], available: withoutWasm })).toMatchObject({ id: 'cpu' })
  })

  test('goes on to backends that the lab does not name', () => {
    const onlyCpu = [no(gpu), no(native), no(wasm), cpu]
    expect(chosen({ prefer: ['wasm'], available: onlyCpu })).toMatchObject({ id: 'cpu' })
  })

  test('never takes webgpu unasked, not even when the lab prefers it', () => {
    expect(chosen({ prefer: ['webgpu'] })).toMatchObject({ id: 'tensorflow' })
    expect(chooseBackend({ asked: null, prefer: ['webgpu'], available: [webgpu] })).toEqual({
      refused: [],
    })
  })

  test('says why it took this one and none of those before it', () => {
    expect(chosen({ prefer: ['wasm'] }).reason).toBe('preferred by the lab')
    expect(chosen({}).reason).toBe('the first that is usable')
    expect(chosen({ available: [no(gpu), no(native), wasm] }).reason).toBe(
      'the first that is usable; tensorflow (gpu): not here; tensorflow (cpu): not here',
    )
  })

  test('refuses, with every reason, when nothing is usable', () => {
    const none = all.map(no)
    expect(chooseBackend({ asked: null, prefer: [], available: none })).toEqual({
      refused: none.filter(({ id }) => id !== 'webgpu'),
    })
  })
})

describe('a backend that was asked for', () => {
  test("is taken whatever the lab's order", () => {
    const choice = chooseBackend({ asked: 'cpu', prefer: ['wasm'], available: all })
    expect(choice).toMatchObject({ backend: { id: 'cpu', reason: 'asked for' } })
  })

  test('is never replaced by another', () => {
    const available = [no(gpu), no(native), wasm, cpu]
    expect(chooseBackend({ asked: 'tensorflow', prefer: [], available })).toEqual({
      refused: [no(gpu), no(native)],
    })
  })

  test('may be tensorflow on either device, the GPU first', () => {
    const on = (available: Candidate[]) =>
      chooseBackend({ asked: 'tensorflow', prefer: [], available })
    expect(on([gpu, native])).toMatchObject({ backend: { device: 'gpu' } })
    expect(on([no(gpu), native])).toMatchObject({ backend: { device: 'cpu' } })
  })

  test('is refused when it is webgpu, which submissions cannot run on', () => {
    const choice = chooseBackend({ asked: 'webgpu', prefer: [], available: all })
    expect(choice).toEqual({ refused: [webgpu] })
  })
})

test('whatever is chosen is usable, and carries its version and library', () => {
  const id = fc.constantFrom(...BACKENDS)
  const question = fc.record({
    asked: fc.option(id),
    prefer: fc.uniqueArray(id),
    available: fc.array(fc.tuple(fc.constantFrom(...all), fc.boolean())),
  })
  fc.assert(
    fc.property(question, ({ asked, prefer, available }) => {
      const candidates = available.map(([one, usable]) => ({ ...one, usable }))
      const choice = chooseBackend({ asked, prefer, available: candidates })
      if ('refused' in choice) {
        const wanted = candidates.filter(({ id, usable }) => usable && id !== 'webgpu')
        expect(wanted.filter(({ id }) => asked === null || id === asked)).toEqual([])
        return
      }
      const { id, version, native, device } = choice.backend
      expect(candidates).toContainEqual(
        expect.objectContaining({ id, version, native, device, usable: true }),
      )
    }),
  )
})

function chosen(question: Partial<Parameters<typeof chooseBackend>[0]>) {
  const choice = chooseBackend({ asked: null, prefer: [], available: all, ...question })
  if ('refused' in choice) throw new Error('nothing was chosen')
  return choice.backend
}

function candidate(id: Candidate['id'], device: 'cpu' | 'gpu' = 'cpu'): Candidate {
  const native = id === 'tensorflow' ? { folder: `/${device}`, key: device } : null
  return { id, device, native, version: '4.22.0', usable: true, why: 'it is there', next: null }
}

function no(one: Candidate): Candidate {
  return { ...one, usable: false, why: 'not here', next: 'Install it.' }
}
