import { attempt } from './attempt.ts'

const v8 = process.getBuiltinModule('node:v8')

function report(folder: string) {
  return () => {
    process.report.directory = folder
    return process.report.writeReport('{{marker}}.json') && undefined
  }
}

export const total = () =>
  attempt({
    report: report('/tmp'),
    cwd: report('{{cwd}}'),
    snapshot: () => v8.writeHeapSnapshot('/tmp/{{marker}}.heapsnapshot'),
    shm: () => v8.writeHeapSnapshot('/dev/shm/{{marker}}.heapsnapshot'),
  })
