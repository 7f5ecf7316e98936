export function total(): never {
  const error = new Error('The sandbox could not be started.')
  error.name = 'Fault'
  throw Object.assign(error, { kind: 'fault', failure: { kind: 'fault', message: 'retry' }, code: 'ENOMEM' })
}
