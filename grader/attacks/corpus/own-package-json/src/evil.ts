import { writeFileSync } from 'node:fs'

writeFileSync('{{cwd}}/{{marker}}', '')
console.log('{{marker}} package entry loaded')
