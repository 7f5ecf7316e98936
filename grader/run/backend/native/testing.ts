import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InstallOptions } from './install.ts'
import type { NpmPin, Pins } from './pins.ts'

export type FakeTool = 'python3' | 'npm' | 'g++' | 'tar'

/** What a fake tool does beside answering `--version`; in shell. */
const WORKS: Readonly<Record<FakeTool, string>> = {
  python3: `
    case "$2" in
      pip) for last; do :; done; echo wheel > "$last/tensorflow.whl";;
      *) mkdir -p "$2/tensorflow/include" &&
         echo cc > "$2/tensorflow/libtensorflow_cc.so.2" &&
         echo framework > "$2/tensorflow/libtensorflow_framework.so.2";;
    esac`,
  npm: 'cp "$PACKED" . && basename "$PACKED"',
  'g++': 'for last; do :; done; echo compiled > "$last"',
  tar: 'exec /usr/bin/env -i /bin/tar "$@"',
}

/** A machine with fake tools, where an installation takes milliseconds; removed with the test. */
export class FakeMachine implements Disposable {
  readonly #scratch = mkdtempSync(join(tmpdir(), 'native-test-'))
  readonly #bin = join(this.#scratch, 'bin')
  readonly cache = join(this.#scratch, 'cache')
  readonly pins: Pins

  constructor() {
    mkdirSync(this.#bin)
    mkdirSync(this.cache)
    for (const [tool, script] of Object.entries(WORKS)) this.#write(tool, script)
    this.pins = this.#pins()
  }

  /** Takes a tool away. */
  remove(tool: FakeTool): void {
    rmSync(join(this.#bin, tool))
  }

  /** Has a tool do something else than its work; its `--version` goes on to work. */
  change(tool: FakeTool, script: string): void {
    this.#write(tool, script)
  }

  install(options: Partial<InstallOptions> = {}): InstallOptions {
    return {
      pins: this.pins,
      cache: this.cache,
      env: { PATH: `${this.#bin}:${this.#system}`, PACKED: join(this.#scratch, 'packed.tgz') },
      machine: { platform: 'linux', arch: 'x64', glibc: '2.36' },
      trial: async () => undefined,
      ...options,
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.#scratch, { recursive: true })
  }

  /** The shell's own tools, and none that an installation looks for. */
  get #system(): string {
    const folder = join(this.#scratch, 'system')
    mkdirSync(folder, { recursive: true })
    for (const tool of ['mkdir', 'cp', 'basename', 'cat', 'sleep']) {
      const path = execFileSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' })
      writeFileSync(join(folder, tool), `#!/bin/sh\nexec ${path.trim()} "$@"\n`, { mode: 0o755 })
    }
    return folder
  }

  #write(tool: string, script: string): void {
    const file = join(this.#bin, tool)
    const version = 'case "$*" in --version|"-m pip --version") exit 0;; esac'
    writeFileSync(file, `#!/bin/sh\n${version}\n${script}\n`)
    chmodSync(file, 0o755)
  }

  #pins(): Pins {
    const content = join(this.#scratch, 'package')
    mkdirSync(join(content, 'dist'), { recursive: true })
    mkdirSync(join(content, 'include'))
    writeFileSync(join(content, 'package.json'), '{"name":"tfjs-node","version":"4.22.0"}')
    const packed = join(this.#scratch, 'packed.tgz')
    execFileSync('tar', ['-czf', packed, '-C', this.#scratch, 'package'])
    const hash = createHash('sha512').update(readFileSync(packed)).digest('base64')
    const pin: NpmPin = { name: 'tfjs-node', version: '4.22.0', integrity: `sha512-${hash}` }
    return {
      device: 'cpu',
      tensorflow: '2.21.0',
      tfjsNode: pin,
      headers: pin,
      wheels: 'tensorflow-cpu==2.21.0 --hash=sha256:0\n',
      downloadBytes: 6,
      diskBytes: 1000,
      platforms: ['manylinux_2_27_x86_64'],
    }
  }
}
