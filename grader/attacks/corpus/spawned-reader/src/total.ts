import { attempt, canaryIn } from './attempt.ts'

const { spawnSync } = process.getBuiltinModule('node:child_process')

const ask = (file: string, args: string[]) => () => {
  const { error, stdout } = spawnSync(file, args, { timeout: 1500 })
  if (error) throw error
  return canaryIn(stdout)
}
const code = `console.log(require('node:fs').readFileSync('{{labels}}', 'utf8'))`

export const total = () =>
  attempt({
    cat: ask('/bin/cat', ['{{labels}}']),
    shell: ask('/bin/sh', ['-c', 'env; cat {{labels}}']),
    node: ask(process.execPath, ['-e', code]),
  })
