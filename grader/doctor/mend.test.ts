import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { mendPackages } from './mend.ts'

/** A folder for PATH with an apt-get that writes down how it is called and ends with `status`. */
function fakeApt(status: number | null) {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const log = join(folder, 'log')
  writeFileSync(log, '')
  if (status !== null) {
    const script = `#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> ${log}\nexit ${status}\n`
    writeFileSync(join(folder, 'apt-get'), script, { mode: 0o755 })
  }
  return { env: { PATH: folder }, calls: () => readFileSync(log, 'utf8') }
}

function output() {
  let text = ''
  return { write: (more: string) => (text += more), text: () => text }
}

test('root has the packages installed, and nothing is asked', async () => {
  const { env, calls } = fakeApt(0)
  const packages = ['bubblewrap', 'git']
  expect(await mendPackages({ packages, isRoot: true, env, stderr: output() })).toBe(true)
  expect(calls()).toBe(
    'noninteractive update --quiet=2\n' +
      'noninteractive install --yes --quiet=2 --no-install-recommends bubblewrap git\n',
  )
})

test('others are told the command, and nothing is run', async () => {
  const { env, calls } = fakeApt(0)
  const stderr = output()
  expect(await mendPackages({ packages: ['git'], isRoot: false, env, stderr })).toBe(false)
  expect(stderr.text()).toContain("sudo sh -c 'apt-get update && apt-get install git'")
  expect(calls()).toBe('')
})

test('nothing is run when nothing is missing', async () => {
  const { env, calls } = fakeApt(0)
  expect(await mendPackages({ packages: [], isRoot: true, env, stderr: output() })).toBe(true)
  expect(calls()).toBe('')
})

test('a failure is told', async () => {
  const stderr = output()
  const { env } = fakeApt(100)
  expect(await mendPackages({ packages: ['git'], isRoot: true, env, stderr })).toBe(false)
  expect(stderr.text()).toContain('apt-get update --quiet=2 failed')
})

test('a system without apt-get is told what to install', async () => {
  const stderr = output()
  const { env } = fakeApt(null)
  expect(await mendPackages({ packages: ['git'], isRoot: true, env, stderr })).toBe(false)
  expect(stderr.text()).toContain('install git in the way of your system')
})
