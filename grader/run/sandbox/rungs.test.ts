import { describe, expect, test } from 'vitest'
import { examineRungs, findings } from './examine.ts'
import { probe, probeRungs } from './rungs.ts'

describe('rungs', () => {
  test('that work are entered and hold', async () => {
    const quick = await probeRungs()
    const examined = await examineRungs()
    expect(quick.map(({ rung }) => rung)).toEqual(['A', 'B'])
    for (const { usable, rung } of quick.filter(({ usable }) => usable)) {
      expect(examined.find((one) => one.rung === rung)).toMatchObject({
        usable,
        why: expect.stringContaining('every layer holds'),
      })
    }
  })

  test('say what to install when a program is missing', async () => {
    expect(await probe(['/nowhere'])).toEqual([
      expect.objectContaining({
        rung: 'A',
        usable: false,
        why: 'bwrap and prlimit and setpriv are not installed',
        next: expect.stringContaining('sudo apt-get install bubblewrap util-linux'),
      }),
      expect.objectContaining({ rung: 'B', usable: false }),
    ])
  })
})

describe('what a probe reports from inside', () => {
  const held = {
    uid: 60600,
    capabilities: '0000000000000000',
    bounding: '0000000000000000',
    seccomp: 2,
    corePattern: 'EACCES',
    interfaces: ['lo'],
    hostFile: 'ENOENT',
  }

  test('is nothing when every layer holds', () => {
    expect(findings(JSON.stringify(held))).toEqual([])
  })

  test.each([
    [{ uid: 0 }, 'root'],
    [{ capabilities: '0000000000000001' }, 'has capabilities'],
    [{ bounding: '000001ffffffffff' }, 'can get capabilities'],
    [{ seccomp: 0 }, 'filtered'],
    [{ corePattern: null }, 'kernel settings'],
    [{ interfaces: ['lo', 'eth0'] }, 'network'],
    [{ hostFile: null }, 'files of this machine'],
  ])('is told in words: %j', (change, words) => {
    expect(findings(JSON.stringify({ ...held, ...change }))).toEqual([
      expect.stringContaining(words),
    ])
  })

  test('is that it did not run', () => {
    expect(findings('bwrap: no\n')).toEqual(['the probe did not run: bwrap: no'])
  })
})
