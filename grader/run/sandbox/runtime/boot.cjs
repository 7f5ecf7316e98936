'use strict'
// First program of the sandbox: boot.cjs <submission folder> <folder of the native library, or empty>
// <folder of the lab's packages, or empty> <names of these packages...>.
const { join } = require('node:path')
const { main } = require('./runner.cjs')
const { load } = require('./load.cjs')

const [submission, native, folder, ...names] = process.argv.slice(2)
const { tf } = load(native)
// what has native code is set up before the first line of a submission
for (const name of names) require(join(folder, `${name}.cjs`))
const packages = new Map([
  ['@tensorflow/tfjs', join(__dirname, 'tfjs.mjs')],
  ['gradus/layers', join(__dirname, 'layers.mjs')],
  ...names.map((name) => [name, join(folder, `${name}.mjs`)]),
])
main(tf, submission, packages)
