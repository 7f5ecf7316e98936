import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../model/value.ts'
import { probeRungs } from './rungs.ts'
import { answerOf, failureOf, kindOf, number, numbers, Trial, text } from './testing.ts'

const rungs = (await probeRungs()).filter(({ usable }) => usable).map(({ rung }) => rung)

describe.each(rungs)('a submission on rung %s', (rung) => {
  test('answers with tensors, numbers, texts and arrays', async () => {
    await using trial = new Trial({ rung })
    const tensor: Value = {
      type: 'tensor',
      dtype: 'float32',
      shape: [2, 1],
      data: Float32Array.of(1, -0.5),
    }
    expect(answerOf(await trial.call('double', tensor))).toEqual({
      ...tensor,
      data: Float32Array.of(2, -1),
    })
    const nested: Value = {
      type: 'record',
      entries: [
        ['__proto__', { type: 'array', items: [text('ä'), { type: 'null' }, numbers(1, 2)] }],
        ['b', { type: 'tensor', dtype: 'bool', shape: [], data: Uint8Array.of(1) }],
        ['c', { type: 'tensor', dtype: 'int32', shape: [0, 3], data: Int32Array.of() }],
        ['d', number(Number.NaN)],
      ],
    }
    expect(answerOf(await trial.call('echo', nested))).toEqual(nested)
    expect(answerOf(await trial.call('later', number(1)))).toEqual(number(2))
  })

  test('returns functions that can be called, until the next check', async () => {
    await using trial = new Trial({ rung })
    const adder = answerOf(await trial.call('adder', number(2)))
    expect(answerOf(await trial.invoke(adder, number(3)))).toEqual(number(5))
    trial.enter({ check: 'another' })
    expect(kindOf(await trial.invoke(adder, number(3)))).toBe('crash threw')
  })

  test('gets the same object for a held value, so that mutation and disposal show', async () => {
    await using trial = new Trial({ rung })
    const items = answerOf(await trial.hold(numbers(1, 2)))
    await trial.call('push', items)
    expect(answerOf(await trial.call('sum', items))).toEqual(number(12))
    const tensor = answerOf(
      await trial.hold({ type: 'tensor', dtype: 'int32', shape: [1], data: Int32Array.of(1) }),
    )
    await trial.call('zero', tensor)
    expect(failureOf(await trial.call('double', tensor))).toMatchObject({
      message: expect.stringContaining('disposed'),
    })
  })

  test('draws the same random numbers for the same seed', async () => {
    await using trial = new Trial({ rung })
    const first = answerOf(await trial.call('random'))
    expect(answerOf(await trial.call('random'))).not.toEqual(first)
    trial.enter({ check: 'other', seed: 1 })
    expect(answerOf(await trial.call('random'))).toEqual(first)
    trial.enter({ check: 'third', seed: 2 })
    expect(answerOf(await trial.call('random'))).not.toEqual(first)
  })

  test('is told what it threw and where', async () => {
    await using trial = new Trial({ rung })
    expect(failureOf(await trial.call('fails'))).toMatchObject({
      kind: 'crash',
      cause: 'threw',
      message: 'no such [31m thing ::error::',
      location: { file: 'hostile.ts' },
    })
    expect(kindOf(await trial.call('todo'))).toBe('not-started')
    expect(failureOf(await trial.call('absent'))).toMatchObject({ cause: 'missing' })
    expect(kindOf(await trial.callIn('absent-file.ts', 'x'))).toBe('crash missing-file')
    expect(failureOf(await trial.call('map'))).toMatchObject({
      message: expect.stringContaining('a Map cannot be returned'),
    })
    expect(kindOf(await trial.call('cycle'))).toBe('crash threw')
    expect(failureOf(await trial.call('stray'))).toMatchObject({ message: 'nobody waits' })
    expect(kindOf(await trial.call('one'))).toBe('ok')
  })

  test.each([
    [{ callSeconds: 0.5 }, 'loop', 'limit call-time'],
    [{ callSeconds: 0.5 }, 'never', 'limit call-time'],
    [{ callSeconds: 0.5 }, 'partial', 'limit call-time'],
    [{}, 'flood', 'limit output'],
    [{}, 'large', 'limit reply-size'],
    [{}, 'exit', 'crash exited'],
    [{}, 'abort', 'crash exited'],
  ])('that goes beyond %j in %s loses that call and no other', async (limits, name, kind) => {
    await using trial = new Trial({ rung, ...limits })
    expect(kindOf(await trial.call(name))).toBe(kind)
    expect(kindOf(await trial.callIn('small.ts', 'one'))).toBe('ok')
  })

  test('that breaks the protocol is ended', async () => {
    await using trial = new Trial({ rung, startsPerTask: 20 })
    // some send a good reply first: what follows it is blamed on its call all the same
    for (const name of ['early', 'hugeHeader', 'notUtf8', 'unsolicited', 'twice', 'twice']) {
      expect([name, kindOf(await trial.call(name))]).toEqual([name, 'crash protocol'])
    }
    expect(kindOf(await trial.call('huge'))).toBe('limit reply-size')
    expect(kindOf(await trial.call('one'))).toBe('ok')
    expect(kindOf(await trial.call('patched'))).toMatch(/ok|crash/)
  })

  test('that is ended while nothing was asked does not take its successor along', async () => {
    await using trial = new Trial({ rung, startsPerTask: 20 })
    expect(kindOf(await trial.call('talksLater'))).toBe('ok')
    const kinds = new Set<string>()
    for (let round = 0; round < 60; round += 1) {
      await sleep(10)
      kinds.add(kindOf(await trial.call('one')))
    }
    // it may also talk while something is asked
    kinds.delete('crash protocol')
    expect([...kinds]).toEqual(['ok'])
  })

  test('reaches nothing outside', async () => {
    await using trial = new Trial({ rung })
    const answer = async (name: string, ...args: Value[]) =>
      answerOf(await trial.call(name, ...args))
    expect(await answer('fork')).toEqual(text('EPERM'))
    expect(JSON.stringify(await answer('connect'))).toMatch(/EAFNOSUPPORT|EPERM/)
    expect(await answer('read', text('/etc/passwd'))).toEqual(text('ENOENT'))
    expect(await answer('read', text('/proc/1/root/etc/passwd'))).toMatchObject({
      value: expect.stringMatching(/EACCES|ENOENT/),
    })
    expect(JSON.stringify(await answer('read', text('/proc/1/environ')))).not.toContain('PATH')
    expect(await answer('environment')).toEqual({
      type: 'record',
      entries: [
        ['HOME', text('/nonexistent')],
        ['MIMALLOC_ARENA_RESERVE', text('65536')],
        ['PWD', text('/')],
      ],
    })
    for (const path of ['/x', '/tmp/x', '/dev/x', '/dev/shm/x', '/rt/x', '/app/sub/x']) {
      expect([path, await answer('write', text(path))]).toEqual([path, text('EROFS')])
    }
    for (const path of ['/proc/sys/kernel/core_pattern', '/proc/sysrq-trigger']) {
      expect(JSON.stringify(await answer('openForWriting', text(path)))).toMatch(
        /EACCES|EROFS|ENOENT/,
      )
    }
    expect(await answer('evaluate')).toEqual(text('EvalError'))
  })

  test('has no rights and no open files but its pipes', async () => {
    await using trial = new Trial({ rung })
    const status = answerOf(await trial.call('status'))
    const fields = Object.fromEntries(
      (status.type === 'string' ? status.value : '').split('\n').map((line) => line.split(':\t')),
    )
    expect(fields).toMatchObject({
      CapEff: '0000000000000000',
      CapPrm: '0000000000000000',
      CapBnd: '0000000000000000',
      CapAmb: '0000000000000000',
      NoNewPrivs: '1',
      Seccomp: '2',
    })
    expect(fields['Uid']).not.toMatch(/\b0\b/)
    // stdin, the pipes, and what Node opens for itself
    const known = /^(\/dev\/null|socket:|pipe:|anon_inode:|closed|\/proc\/)/
    const links = answerOf(await trial.call('links'))
    const opened = links.type === 'array' ? links.items : []
    expect(opened.length).toBeGreaterThan(3)
    expect(opened.filter((link) => link.type !== 'string' || !known.test(link.value))).toEqual([])
  })

  test('fails at load in the file that does so, once', async () => {
    await using trial = new Trial({ rung, bootSeconds: 1 })
    expect(kindOf(await trial.callIn('load-loop.ts', 'one'))).toBe('limit boot-time')
    const startedAt = performance.now()
    expect(kindOf(await trial.callIn('load-loop.ts', 'one'))).toBe('limit boot-time')
    expect(performance.now() - startedAt).toBeLessThan(100)
    expect(kindOf(await trial.callIn('load-exit.ts', 'one'))).toBe('crash exited')
    expect(kindOf(await trial.call('one'))).toBe('ok')
    expect(failureOf(await trial.callIn('load-throw.ts', 'one'))).toMatchObject({
      cause: 'load',
      location: { file: 'load-throw.ts', line: 7, column: 27 },
    })
  })

  test('has so many starts for a task, and as many again for the next', async () => {
    await using trial = new Trial({ rung })
    for (let start = 0; start < 3; start += 1) {
      expect(kindOf(await trial.call('exit'))).toBe('crash exited')
    }
    expect(failureOf(await trial.call('one'))).toEqual({
      kind: 'limit',
      limit: 'starts',
      bound: 3,
      unit: 'count',
    })
    trial.enter({ task: 'next' })
    expect(kindOf(await trial.call('one'))).toBe('ok')
  })

  test('has so many calls and so much time', async () => {
    await using calls = new Trial({ rung, calls: 2 })
    await calls.call('one')
    await calls.call('one')
    expect(kindOf(await calls.call('one'))).toBe('limit calls')
    await using time = new Trial({ rung, totalSeconds: 1 })
    expect(kindOf(await time.call('loop'))).toBe('limit total-time')
    expect(kindOf(await time.call('one'))).toBe('limit total-time')
  })

  test('leaves its output to be shown, and no file', async () => {
    const trial = new Trial({ rung })
    await trial.call('hello')
    await trial.session.close()
    expect(trial.session.printed()).toBe('hello\n')
    expect(kindOf(await trial.call('one'))).toBe('fault')
  })
})
