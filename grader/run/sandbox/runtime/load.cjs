'use strict'
// Loads the tfjs bundle beside this file with V8's compiled code, made when the runtime was built. V8
// takes it only from the same version with the same flags, so there is one file for each.
const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const { cachedDataVersionTag } = require('node:v8')
const { Script } = require('node:vm')

const cachePath = join(__dirname, `tfjs.${cachedDataVersionTag()}.cache`)
const filename = join(__dirname, 'tfjs.cjs')

function compile() {
  const source = readFileSync(filename, 'utf8')
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`
  const cachedData = existsSync(cachePath) ? readFileSync(cachePath) : undefined
  return new Script(wrapped, { filename, cachedData })
}

const script = compile()
const bundle = { exports: {} }
script.runInThisContext()(bundle.exports, require, bundle, filename, __dirname)

exports.tf = bundle.exports
exports.script = script
exports.cachePath = cachePath
