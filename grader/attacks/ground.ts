import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { COURSE, LAB } from './corpus.ts'
import { copyFilled, type Words } from './place.ts'
import { type Canaries, INPUT_PLACEHOLDER, newCanaries, newInput } from './secrets.ts'

/** A throw-away place with secrets in it: the course, the grader's folder, another student's work. */
export interface Ground {
  readonly folder: string
  readonly root: string
  readonly cwd: string
  readonly temporary: string
  readonly canaries: Canaries
  readonly input: string
  readonly marker: string
  readonly words: Words
  readonly env: Readonly<Record<string, string>>
  /** Takes what is there now as given. */
  settle(): void
  /** Files that came since; each is named once. */
  litter(): string[]
  remove(): void
}

/** Folders where everybody may write, if the sandbox were to let them. */
const SHARED = ['/tmp', '/dev/shm', '/var/tmp', '/run', '/']

export function layGround(port: number): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-attacks-'))
  // Readable for every user: what keeps an attack out must be the sandbox.
  chmodSync(folder, 0o755)
  const made = (name: string) => {
    mkdirSync(join(folder, name))
    return join(folder, name)
  }
  const [root, cwd, temporary, sibling] = [
    made('course'),
    made('grader'),
    made('tmp'),
    made('sibling'),
  ]
  const canaries = newCanaries()
  const input = newInput()
  const marker = `gradus-attack-${canaries.cwd.slice(-8)}`
  const secrets = Object.entries(canaries).map(([kind, value]) => [`canary:${kind}`, value])
  copyFilled(COURSE, root, Object.fromEntries(secrets))
  const inputs = join(root, 'labs', LAB, 'hidden', 'inputs.json')
  writeFileSync(inputs, readFileSync(inputs, 'utf8').replace(INPUT_PLACEHOLDER, input))
  writeFileSync(join(cwd, 'canary.txt'), canaries.cwd)
  mkdirSync(join(sibling, 'src'))
  writeFileSync(join(sibling, 'src', 'total.ts'), `// ${canaries.sibling}\n`)
  const known = new Set<string>()
  /** vitest's own, of transformed specs and of how long they took. */
  const cache = join(root, 'node_modules')

  function everything(): string[] {
    const inside = [root, cwd, temporary, sibling].flatMap((place) =>
      readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name)),
    )
    const marked = SHARED.flatMap((place) => {
      const names = readdirSync(place).filter((name) => name.includes(marker))
      return names.map((name) => join(place, name))
    })
    return [...inside, ...marked].filter((path) => !path.startsWith(cache))
  }

  return {
    folder,
    root,
    cwd,
    temporary,
    canaries,
    input,
    marker,
    words: words(),
    env: {
      ...inherited(),
      TMPDIR: temporary,
      NO_COLOR: '1',
      GRADUS_SECRET: canaries.environment,
      GITHUB_TOKEN: canaries.environment,
    },
    settle: () => {
      for (const path of everything()) known.add(path)
    },
    litter: () => {
      const fresh = everything().filter((path) => !known.has(path))
      for (const path of fresh) known.add(path)
      return fresh.filter((path) => !fresh.includes(dirname(path)))
    },
    remove: () => removeAll(folder),
  }

  function words(): Words {
    const hidden = join(root, 'labs', LAB, 'hidden')
    const solutions = join(root, 'solutions', LAB)
    const upwards = relative(join(folder, 'submissions', 'attack', 'src'), hidden)
    return {
      root,
      cwd,
      hidden,
      sibling,
      marker,
      labels: join(hidden, 'held-out.json'),
      'labels-name': 'held-out.json',
      spec: join(hidden, 'scale.spec.ts'),
      solution: join(solutions, 'total.ts'),
      'solution-folder': solutions,
      'up-to-labels': `${upwards}/held-out.json`,
      'up-to-hidden': upwards,
      port: String(port),
      socket: join(folder, 'socket'),
      node_modules: 'node_modules',
    }
  }
}

/** By `rm`, which can also remove what lies deeper than a path can be long. */
export function removeAll(folder: string): void {
  execFileSync('rm', ['-rf', folder])
}

/** What a grader needs of the environment; the secrets of the person who runs this stay out of it. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'HOME', 'XDG_CACHE_HOME', 'LANG']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
