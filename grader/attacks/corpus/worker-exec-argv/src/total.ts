import { attempt, canaryIn } from './attempt.ts'

const { Worker, SHARE_ENV } = process.getBuiltinModule('node:worker_threads')

const inWorker = (code: string, options: object) => () =>
  new Promise<string | undefined>((resolve, reject) => {
    const resourceLimits = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 }
    const worker = new Worker(code, { eval: true, resourceLimits, ...options })
    let found: string | undefined
    let failure: Error | undefined
    worker.on('message', (text) => {
      found = canaryIn(String(text))
    })
    worker.on('error', (error) => {
      failure = error
    })
    worker.on('exit', () => (failure ? reject(failure) : resolve(found)))
  })
const read = `const { parentPort } = require('node:worker_threads')
  parentPort.postMessage(require('node:fs').readFileSync('{{labels}}', 'utf8'))`
const environment = `const { parentPort } = require('node:worker_threads')
  parentPort.postMessage(JSON.stringify(process.env))`

export const total = () =>
  attempt({
    flags: inWorker(read, { execArgv: ['--no-warnings', '--stack-trace-limit=0'] }),
    plain: inWorker(read, {}),
    environment: inWorker(environment, { env: SHARE_ENV }),
  })
