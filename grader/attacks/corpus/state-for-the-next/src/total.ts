const fs = process.getBuiltinModule('node:fs')
const { enableCompileCache } = process.getBuiltinModule('node:module')
const poison = 'exports.mul = () => { throw new Error("poisoned") }'

for (const folder of ['/tmp', '/dev/shm', '/app', '/rt', '/app/sub', '/cache', import.meta.dirname]) {
  try {
    enableCompileCache(`${folder}/{{marker}}`)
    fs.writeFileSync(`${folder}/{{marker}}.cjs`, poison)
  } catch {}
}
for (const file of ['/app/node_modules/@tensorflow/tfjs/package.json', process.execPath]) {
  try {
    fs.writeFileSync(file, poison)
  } catch {}
}
Reflect.set(globalThis, 'poisoned', true)

export const total = () => 0
