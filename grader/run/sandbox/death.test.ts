import { describe, expect, test } from 'vitest'
import { type Death, failureOfDeath } from './death.ts'
import { LIMITS } from './testing.ts'

const quiet: Death = { killed: null, status: null, signal: null, stderr: '' }

function failure(death: Partial<Death>) {
  return failureOfDeath({ ...quiet, ...death }, LIMITS)
}

describe('the cause of death', () => {
  test('is what the judge did, whatever was printed', () => {
    const stderr = 'FATAL ERROR: JavaScript heap out of memory'
    const call = { kind: 'limit', limit: 'call-time' } as const
    expect(failure({ killed: call, stderr, signal: 'SIGKILL' })).toEqual({
      kind: 'limit',
      limit: 'call-time',
      bound: 5,
      unit: 's',
    })
    expect(failure({ killed: { kind: 'protocol', message: 'x' }, stderr })).toMatchObject({
      kind: 'crash',
      cause: 'protocol',
    })
    expect(failure({ killed: { kind: 'closed' }, stderr })).toMatchObject({ kind: 'fault' })
  })

  test.each([139, 134])('with status %i after the words of V8 is memory', (status) => {
    const stderr =
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'
    expect(failure({ status, stderr })).toEqual({
      kind: 'limit',
      limit: 'memory',
      bound: 2048,
      unit: 'MB',
    })
  })

  test('otherwise is an exit, told in words', () => {
    const said = (death: Partial<Death>) => {
      const told = failure(death)
      return told.kind === 'crash' ? `${told.cause}: ${told.message}` : told.kind
    }
    expect(said({ status: 0 })).toBe('exited: the program exited with status 0 before it answered')
    expect(said({ status: 139 })).toBe(
      'exited: the program was ended by SIGSEGV before it answered',
    )
    expect(said({ signal: 'SIGKILL' })).toBe(
      'exited: the program was ended by SIGKILL before it answered; ' +
        'the machine may have run out of memory',
    )
  })
})
