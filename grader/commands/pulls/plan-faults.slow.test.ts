import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'
import { type ClassRoom, type Identity, openClass } from './testing/class-room.ts'

const AT = 'school/outcomes-ana'
let room: ClassRoom
let injected = 0

beforeAll(async () => {
  room = await openClass({ students: ['ana'] })
  await room.hosted.createRepository(AT, ['ana'])
  await room.push('ana', AT, 'work', {})
  await room.hosted.openPull(AT, 'ana', { head: 'work' })
}, 120_000)
afterAll(async () => {
  process.stdout.write(`faults injected into plans: ${injected}\n`)
  await room.close()
})

test.each<Identity>(['app', 'token'])(
  'a fault at any request of a plan, as %s',
  async (identity) => {
    const { gate } = room.hosted
    const names = (stdout: string) =>
      readPlan(join(room.folder, stdout)).pulls.map(({ number }) => number)
    const whole = async () => {
      const { status } = await room.gradus(identity, 'plan', '--out', 'whole.json')
      return { status, numbers: names('whole.json') }
    }
    const from = gate.transcript.length
    const before = await whole()
    expect(before).toEqual({ status: 0, numbers: [1] })
    const requests = gate.transcript.length - from
    for (let index = 0; index < requests; index += 1) {
      for (const fault of ['error', 'secondary-limit', 'refused', 'cut'] as const) {
        gate.breakWith((at) => (at === index ? fault : null))
        const broken = await room.gradus(identity, 'plan', '--out', 'broken.json')
        gate.breakWith(null)
        injected += 1
        // octokit asks again, or somebody is told; nobody is planned who should not be
        if (broken.status === 0) expect(before.numbers).toEqual(names('broken.json'))
        else expect(broken.stderr).toMatch(/cannot be asked about|fault of the grader/i)
      }
    }
    expect(await whole()).toEqual(before)
    const writes = gate.transcript.slice(from).filter(({ method }) => method !== 'GET')
    expect(writes.filter(({ operation }) => !operation.endsWith('access_tokens'))).toEqual([])
  },
  300_000,
)
