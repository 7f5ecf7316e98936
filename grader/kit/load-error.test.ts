import { join } from 'node:path'
import { transformWithOxc } from 'vite'
import { expect, test } from 'vitest'
import { LoadError } from './load-error.ts'

test('tells a syntax error in one line, with its place in the file', async () => {
  const dir = join(import.meta.dirname, 'nowhere')
  const broken = 'export function f() {\n  return [1, 2\n}\n'
  const error = await transformWithOxc(broken, join(dir, 'f.ts')).catch((thrown) => thrown)
  const failure = new LoadError(error, dir)
  expect(failure.message).toMatch(/^Expected .* but found `}`$/)
  expect(failure.location).toEqual({ file: 'f.ts', line: 3, column: 1 })
})

test('repeats any other reason as it is', () => {
  const failure = new LoadError(new Error("Cannot find package 'lodash'"), '/nowhere')
  expect(failure).toMatchObject({ message: "Cannot find package 'lodash'", location: null })
})
