import { attempt, canaryIn } from './attempt.ts'

const { Worker, SHARE_ENV } = process.getBuiltinModule('node:worker_threads')

const inWorker = (code: string, options: object) => () =>
  new Promise<string | undefined>((resolve, reject) => {
    const worker = new Worker(code, { eval: true, ...options })
    worker.on('message', (text) => resolve(canaryIn(String(text))))
    worker.on('error', reject)
    worker.on('exit', () => resolve(undefined))
  })
const read = `const { parentPort } = require('node:worker_threads')
  parentPort.postMessage(require('node:fs').readFileSync('{{labels}}', 'utf8'))`
const environment = `const { parentPort } = require('node:worker_threads')
  parentPort.postMessage(JSON.stringify(process.env))`

export const total = () =>
  attempt({
    flags: inWorker(read, { execArgv: ['--no-warnings', '--expose-internals'] }),
    plain: inWorker(read, {}),
    environment: inWorker(environment, { env: SHARE_ENV }),
  })
