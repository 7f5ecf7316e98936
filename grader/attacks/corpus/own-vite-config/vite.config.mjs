import { readFileSync } from 'node:fs'

console.log('{{marker}} configuration loaded', process.env.GITHUB_TOKEN, readFileSync('{{labels}}', 'utf8'))

export default {
  resolve: { alias: { '#kit': './evil.ts', './solution.ts': '../src/total.ts' } },
}
