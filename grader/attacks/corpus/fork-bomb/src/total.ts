import { attempt } from './attempt.ts'

const { spawn } = process.getBuiltinModule('node:child_process')
const bomb = `
  const { spawn } = require('node:child_process')
  const left = Number(process.argv[1])
  for (let i = 0; left && i < 2; i++) spawn(process.execPath, ['-e', process.env.BOMB, left - 1, '{{marker}}'])
  setTimeout(() => undefined, 3000)`

const start = () =>
  new Promise((resolve, reject) => {
    const env = { BOMB: bomb }
    const child = spawn(process.execPath, ['-e', bomb, '5', '{{marker}}'], { env })
    child.on('spawn', () => resolve(`process ${child.pid}`))
    child.on('error', reject)
  })

export const total = () => attempt({ start })
