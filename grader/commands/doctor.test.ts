import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dataAt, versionOfGit } from '../doctor/facts.ts'
import { gradus } from './testing.ts'

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('on this machine: a line for each thing, and status 0', { timeout: 60_000 }, async () => {
  const { status, stdout, stderr } = await gradus(['doctor', '--json'])
  expect([status, stderr]).toEqual([0, ''])
  const findings: { name: string; state: string; next: string | null }[] = JSON.parse(stdout)
  expect(findings.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['node', 'sandbox A', 'wasm', 'tensorflow (cpu)', 'git', 'memory']),
  )
  for (const { state, next } of findings) if (state === 'ill') expect(next).not.toBeNull()
})

test('as a page it ends with whether hidden checks can be run', { timeout: 60_000 }, async () => {
  const { status, stdout } = await gradus(['doctor'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^(ok|NO) +node +24\./m)
  expect(stdout).toMatch(/^Hidden checks can(not)? be run here/m)
})

test('git is looked for on the PATH', async () => {
  const folder = scratch()
  expect(await versionOfGit({ PATH: folder })).toBeNull()
  const script = '#!/bin/sh\necho git version 2.99.1\n'
  writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
  expect(await versionOfGit({ PATH: folder })).toBe('2.99.1')
})

test('data sets are the folders in the folder that GRADUS_DATA names', () => {
  const folder = scratch()
  mkdirSync(join(folder, 'mnist'))
  writeFileSync(join(folder, 'README.md'), '')
  expect(dataAt(folder, '/')).toEqual({ kind: 'there', folder, sets: ['mnist'] })
  expect(dataAt('absent', folder)).toEqual({ kind: 'missing', folder: join(folder, 'absent') })
  expect(dataAt('', folder)).toEqual({ kind: 'unset' })
  expect(dataAt(undefined, folder)).toEqual({ kind: 'unset' })
})

test('a backend that is not to be had is status 2, with why', { timeout: 60_000 }, async () => {
  const args = ['grade', 'solutions/convolutions', '--lab', 'convolutions']
  const { status, stderr } = await gradus([...args, '--backend', 'webgpu'])
  expect(status).toBe(2)
  expect(stderr).toMatch(/^backend webgpu cannot be used: .*Leave --backend out/)
})
