import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { claimUser, SANDBOX_USERS, type SandboxUser } from './users.ts'

const USERS = fileURLToPath(new URL('./users.ts', import.meta.url))

/** As another grader on this machine would claim one. */
function claimedElsewhere(): number {
  const code = `const { claimUser } = await import(${JSON.stringify(USERS)})
    console.log((await claimUser()).uid)`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code])
  return Number(stdout)
}

test('no two sandboxes of a machine have one user, and users come back', async () => {
  const claimed: SandboxUser[] = []
  const giveBack = () => Promise.all(claimed.splice(0).map((user) => user[Symbol.asyncDispose]()))
  onTestFinished(async () => void (await giveBack()))
  const { first, count } = SANDBOX_USERS
  // those that other graders of this machine hold meanwhile are not to be had
  const limit = count - 100
  while (claimed.length < limit) claimed.push(await claimUser())
  const uids = claimed.map(({ uid }) => uid)
  expect(new Set(uids).size).toBe(limit)
  expect(uids.every((uid) => uid >= first && uid < first + count)).toBe(true)
  const elsewhere = claimedElsewhere()
  expect(elsewhere).toBeGreaterThanOrEqual(first)
  expect(uids).not.toContain(elsewhere)
  await giveBack()
  for (let round = 0; round < 2 * count; round += 1) {
    await using user = await claimUser()
    expect(user.uid).toBeGreaterThanOrEqual(first)
  }
})
