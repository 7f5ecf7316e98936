export function summary(): never {
  throw { kind: 'fault', message: 'Gradus: internal error, please run again', stack: null }
}
