import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAdmitted, objections } from './admit.ts'

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })

test('whatever the names, what is admitted without objection is a plain path inside the copy', () => {
  const path = fc.array(fc.oneof(name, fc.constantFrom('..', '.', '', 'src')), { maxLength: 4 })
  fc.assert(
    fc.property(path, fc.constantFrom('a.ts', '..ts', '...js', 'b.json'), (folders, file) => {
      const whole = [...folders, file].join('/')
      if (!isAdmitted(whole) || objections('s', [{ path: whole, size: 1 }]).length > 0) return
      const names = whole.split('/')
      expect(names).not.toContain('..')
      expect(names).not.toContain('.')
      expect(names).not.toContain('')
      expect(whole).not.toMatch(/[\p{C}\\]/u)
    }),
  )
})

test('accents, spaces inside and other scripts are plain names', () => {
  const paths = [
    'convolución.ts',
    'mi carpeta/ayuda.ts',
    '畳み込み.ts',
    'a-b_c.d.ts',
    '__proto__.ts',
  ]
  const entries = paths.map((path) => ({ path, size: 1 }))
  expect(paths.every(isAdmitted)).toBe(true)
  expect(objections('s', entries)).toEqual([])
})

test('two spellings of one accent are one name', () => {
  const entries = ['ñ.ts'.normalize('NFC'), 'ñ.ts'.normalize('NFD')].map((path) => ({
    path,
    size: 1,
  }))
  expect(objections('s', entries)).toHaveLength(1)
})
