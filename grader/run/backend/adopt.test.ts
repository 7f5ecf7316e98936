import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { adopt } from './adopt.ts'

function folders(): { cache: string; elsewhere: string } {
  const scratch = mkdtempSync(join(tmpdir(), 'adopt-test-'))
  onTestFinished(() => rmSync(scratch, { recursive: true }))
  const elsewhere = join(scratch, 'closed/tfjs-node')
  mkdirSync(join(elsewhere, 'lib'), { recursive: true })
  return { cache: join(scratch, 'cache'), elsewhere }
}

test('a library in the cache is used where it is', async () => {
  const { cache } = folders()
  const library = { folder: join(cache, 'native-cpu'), key: 'k' }
  expect(await adopt(library, cache)).toBe(library)
})

test('one that lies elsewhere is copied once, for all to read', async () => {
  const { cache, elsewhere } = folders()
  symlinkSync('lib', join(elsewhere, 'link'))
  chmodSync(join(elsewhere, 'lib'), 0o700)
  const first = await adopt({ folder: elsewhere, key: 'k' }, cache)
  rmSync(elsewhere, { recursive: true })
  expect(await adopt({ folder: elsewhere, key: 'k' }, cache)).toEqual(first)
  expect(first.folder).toBe(join(cache, 'native-adopted-k'))
  expect(readdirSync(first.folder)).toEqual(['lib', 'link'])
  expect(statSync(join(first.folder, 'lib')).mode & 0o777).toBe(0o755)
  expect(readdirSync(cache)).toEqual(['native-adopted-k'])
})

test('a copy that fails leaves nothing behind', async () => {
  const { cache, elsewhere } = folders()
  rmSync(elsewhere, { recursive: true })
  await expect(adopt({ folder: elsewhere, key: 'k' }, cache)).rejects.toThrow('ENOENT')
  expect(readdirSync(cache)).toEqual([])
})
