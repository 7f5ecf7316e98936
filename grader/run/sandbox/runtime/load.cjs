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
  const names = 'exports, require, module, __filename, __dirname, nativeFolder'
  const wrapped = `(function (${names}) {${source}\n})`
  const cachedData = existsSync(cachePath) ? readFileSync(cachePath) : undefined
  return new Script(wrapped, { filename, cachedData })
}

let loaded = null

/**
 * `nativeFolder` is where the native library is seen from here, if the bundle has one: by default where it
 * was when the runtime was built.
 */
exports.load = (nativeFolder = recorded()) => {
  if (loaded !== null) return loaded
  const script = compile()
  const bundle = { exports: {} }
  const run = script.runInThisContext()
  run(bundle.exports, require, bundle, filename, __dirname, nativeFolder)
  loaded = { tf: bundle.exports, script, cachePath }
  return loaded
}

function recorded() {
  return JSON.parse(readFileSync(join(__dirname, 'native.json'), 'utf8')).folder
}
