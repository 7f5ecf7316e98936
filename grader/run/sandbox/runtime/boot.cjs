'use strict'
// First program of the sandbox: boot.cjs <submission folder>.
const { join } = require('node:path')
const { main } = require('./runner.cjs')
const { tf } = require('./load.cjs')

main(tf, join(__dirname, 'tfjs.mjs'), process.argv[2])
