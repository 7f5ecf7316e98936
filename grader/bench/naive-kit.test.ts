import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as naive from './naive-kit.ts'

test('the benchmark has every name that the specs it runs take from the kit', () => {
  const lab = new URL('../../labs/convolutions/', import.meta.url)
  const specs = ['public', 'hidden'].flatMap((part) => {
    const folder = new URL(`${part}/`, lab)
    const names = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'))
    return names.map((name) => readFileSync(new URL(name, folder), 'utf8'))
  })
  const used = specs.flatMap((text) =>
    [...text.matchAll(/import \{([^}]*)\} from '#kit'/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  )
  expect(used).toContain('twice')
  // `bind` is written with the student's files, by the benchmark itself
  const missing = used.filter((name) => name !== '' && name !== 'bind' && !(name in naive))
  expect(missing).toEqual([])
})
