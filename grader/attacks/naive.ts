import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { allChecks, type Lab } from '../model/lab.ts'
import { runBounded } from './bounded.ts'
import { type Attack, COURSE, LAB } from './corpus.ts'
import { copyFilled, honestTo, place, type Words } from './place.ts'
import { type CanaryKind, leaked, newCanaries } from './secrets.ts'

const CLASSROOM = fileURLToPath(new URL('./classroom/', import.meta.url))
const MODULES = fileURLToPath(new URL('../../node_modules/', import.meta.url))

const SECONDS = 25
const MEMORY_BYTES = 4e9
/** A teacher looks at the results when the run is over, not in the same millisecond. */
const UNTIL_READ = 500

export interface NaiveResult {
  readonly points: number
  readonly read: readonly CanaryKind[]
  /** More points than it deserves, or something that it must not know. */
  readonly beaten: boolean
}

export interface NaiveRun {
  readonly attack: Attack
  readonly result: NaiveResult
}

/**
 * Grades as a teacher without this project would: the specs are copied into the student's repository and
 * vitest imports the student's files. In a throw-away folder and a process of its own, bounded in time.
 */
export async function gradeNaively(
  lab: Lab,
  attack: Attack | null,
  folder: string,
): Promise<NaiveResult> {
  const canaries = newCanaries()
  const repository = join(folder, 'repository')
  const words = naiveWords(folder, repository, canaries)
  if (attack === null) cpSync(honestTo(LAB), join(repository, 'src'), { recursive: true })
  else place(attack, repository, words)
  copyFilled(CLASSROOM, repository, words, attack === null ? [] : ['package.json'])
  const heldOut = join(COURSE, 'labs', LAB, 'hidden', 'held-out.json')
  const labels = readFileSync(heldOut, 'utf8').replace('{{canary:labels}}', canaries.labels)
  writeFileSync(join(repository, 'tests', 'held-out.json'), labels)
  writeFileSync(join(repository, 'canary.txt'), canaries.cwd)
  mkdirSync(join(folder, 'sibling', 'src'), { recursive: true })
  writeFileSync(join(folder, 'sibling', 'src', 'total.ts'), `// ${canaries.sibling}\n`)
  rmSync(join(repository, 'node_modules'), { recursive: true, force: true })
  symlinkSync(MODULES, join(repository, 'node_modules'))

  const vitest = ['run', '--reporter=default', '--reporter=json', '--outputFile=results.json']
  const limits = [`--data=${MEMORY_BYTES}`, '--core=0', `--cpu=${SECONDS}`, '--nofile=1024']
  const program = [process.execPath, join(MODULES, 'vitest', 'vitest.mjs'), ...vitest]
  const { stdout, stderr } = await runBounded('prlimit', [...limits, '--', ...program], {
    cwd: repository,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      TMPDIR: folder,
      NO_COLOR: '1',
      GITHUB_TOKEN: canaries.environment,
    },
    seconds: SECONDS,
  })
  await sleep(UNTIL_READ)
  const points = pointsOf(lab, join(repository, 'results.json'))
  const read = leaked(canaries, [stdout, stderr])
  const beaten = attack !== null && (points > attack.honest || read.length > 0)
  return { points, read, beaten }
}

/** Points of the tests that the results file calls passed. */
function pointsOf(lab: Lab, file: string): number {
  const passed = new Map<string, boolean>()
  try {
    for (const { assertionResults } of JSON.parse(readFileSync(file, 'utf8')).testResults) {
      for (const { fullName, status } of assertionResults) passed.set(fullName, status === 'passed')
    }
  } catch {
    // Without a readable results file nothing has passed.
  }
  return allChecks(lab)
    .filter(({ task, check }) => passed.get(`${task.id} ${check.id}`) === true)
    .reduce((sum, { check }) => sum + check.points, 0)
}

function naiveWords(
  folder: string,
  repository: string,
  canaries: ReturnType<typeof newCanaries>,
): Words {
  const tests = join(repository, 'tests')
  const upwards = relative(join(repository, 'src'), tests)
  return {
    ...Object.fromEntries(
      Object.entries(canaries).map(([kind, value]) => [`canary:${kind}`, value]),
    ),
    root: repository,
    cwd: repository,
    hidden: tests,
    labels: join(tests, 'held-out.json'),
    'labels-name': 'held-out.json',
    spec: join(tests, 'scale.spec.ts'),
    solution: join(tests, 'solution.ts'),
    'solution-folder': tests,
    'up-to-labels': `${upwards}/held-out.json`,
    'up-to-hidden': upwards,
    sibling: join(folder, 'sibling'),
    marker: 'gradus-attack-marker',
    port: '9',
    socket: join(folder, 'socket'),
    node_modules: 'node_modules',
  }
}
