'use strict'
// First program of the sandbox: boot.cjs <submission folder> <folder of the native library, or empty>.
const { main } = require('./runner.cjs')
const { load } = require('./load.cjs')

const { tf } = load(process.argv[3])
main(tf, __dirname, process.argv[2])
