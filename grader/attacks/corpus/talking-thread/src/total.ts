const { Worker } = process.getBuiltinModule('node:worker_threads')
const code = `
  const fs = require('node:fs')
  const frame = Buffer.from('1300000001000000' + Buffer.from('{"id":1,"kind":"value"}').toString('hex') + '03', 'hex')
  setInterval(() => fs.writeSync(3, frame), 1)`

export function total(): number {
  new Worker(code, { eval: true })
  return 0
}
