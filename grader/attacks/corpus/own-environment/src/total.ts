import { attempt, canaryIn } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')

export const total = () =>
  attempt({
    variables: () => canaryIn(JSON.stringify(process.env)),
    environ: () => canaryIn(fs.readFileSync('/proc/self/environ')),
    report: () => canaryIn(JSON.stringify(process.report.getReport())),
  })
