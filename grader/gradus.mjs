#!/usr/bin/env node
// Starts on any Node from 18 and runs the command line (TypeScript) under the Node that this
// repository pins, or says in one sentence what to do. Plain JavaScript, nothing heavy imported:
// whatever this file costs, every command pays.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MAJOR = 24
/** From this minor on, Node strips types without a warning. */
const MINOR = 12
/** How often a child looks whether its launcher still lives, in milliseconds. */
const ORPHAN_CHECK = 500
const CONFIGURATION_ERROR = 2

const root = fileURLToPath(new URL('..', import.meta.url))

if (!existsSync(`${root}node_modules`)) {
  refuse(`Gradus is not set up yet: run \`npm ci\` in ${root}`)
} else if (canRunTypeScript()) {
  await runHere()
} else {
  await runUnder(pinnedNode())
}

function canRunTypeScript() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major === MAJOR && minor >= MINOR
}

async function runHere() {
  dieWithLauncher()
  const { enableCompileCache } = await import('node:module')
  process.env.NODE_COMPILE_CACHE ||= await cacheFolder()
  enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import('./main.ts')
}

/** A launcher killed with -9 cannot pass that on; without this its work would go on unseen. */
function dieWithLauncher() {
  const launcher = Number(process.env.GRADUS_LAUNCHER)
  delete process.env.GRADUS_LAUNCHER
  if (!launcher) return
  const orphaned = () => {
    if (process.ppid !== launcher) process.kill(process.pid, 'SIGKILL')
  }
  setInterval(orphaned, ORPHAN_CHECK).unref()
}

async function cacheFolder() {
  const { XDG_CACHE_HOME } = process.env
  if (XDG_CACHE_HOME) return `${XDG_CACHE_HOME}/gradus/compiled`
  const { homedir } = await import('node:os')
  return `${homedir()}/.cache/gradus/compiled`
}

/** Where the `node` package leaves its binary; null when its install script did not run. */
function pinnedNode() {
  const { platform, arch } = process
  const system = platform === 'win32' ? 'win' : platform
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'
  const name = platform === 'win32' ? 'node.exe' : 'node'
  const binary = `${prefix}-${system}-${arch}/bin/${name}`
  const places = [`node/bin/${name}`, `node/node_modules/${binary}`, binary]
  return places.map((place) => `${root}node_modules/${place}`).find(existsSync) ?? null
}

async function runUnder(node) {
  if (node === null) {
    refuse(
      `Gradus runs on Node ${MAJOR}, this is Node ${process.versions.node}, and npm skipped the script ` +
        `that installs the right one: run \`npm rebuild node --ignore-scripts=false\` in ${root}`,
    )
    return
  }
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  // replaces this process: same pid, same terminal, nothing to forward; Node 22.15 and later have it
  if (process.execve && process.platform !== 'win32') process.execve(node, [node, ...args])
  else await runAsChild(node, args)
}

async function runAsChild(node, args) {
  const { spawn } = await import('node:child_process')
  const { isatty } = await import('node:tty')
  const env = { ...process.env, GRADUS_LAUNCHER: String(process.pid) }
  const child = spawn(node, args, { stdio: 'inherit', env })
  // Ctrl-C reaches every process of the terminal already; passed on too, it would arrive twice.
  const fromTerminal = [0, 1, 2].some((fd) => isatty(fd))
  const forwarded = ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP', 'SIGUSR2', 'SIGWINCH']
  for (const signal of forwarded) {
    const twice = fromTerminal && ['SIGINT', 'SIGQUIT', 'SIGWINCH'].includes(signal)
    process.on(signal, () => twice || child.kill(signal))
  }
  child.on('error', (error) =>
    refuse(`The pinned Node does not start (${error.message}): run \`npm ci\` in ${root}`),
  )
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function refuse(sentence) {
  process.stderr.write(`gradus: ${sentence}\n`)
  process.exitCode = CONFIGURATION_ERROR
}
