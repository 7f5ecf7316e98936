import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { main } from '../../../cli.ts'
import { APP, type Hosted, startHosted } from '../../../platform/testing/hosted.ts'
import { COURSE, REPOSITORY } from '../../testing.ts'

export interface ClassOptions {
  readonly students: readonly string[]
  /** Lines of `course.yaml` under `labs: outcomes:`. */
  readonly lab?: string
  readonly language?: 'en' | 'es'
  readonly now?: () => Date
  readonly permissions?: Readonly<Record<string, string>>
  readonly forbidden?: readonly string[]
}

export type Identity = 'app' | 'token'

/** A course on a GitHub of this machine, with the tiny lab `outcomes`. */
export interface ClassRoom {
  readonly hosted: Hosted
  readonly folder: string
  /** Runs one command line in the course, as this identity. */
  gradus(identity: Identity, ...args: string[]): Promise<Finished>
  env(identity: Identity): Record<string, string>
  /** What steps of a workflow said of themselves. */
  readonly summary: string
  /** Lets all branches start from the repository that students get, as it is exported. */
  startFromExport(): Promise<void>
  /** Pushes these files of `src/` to a branch; gives the commit. */
  push(student: string, repository: string, branch: string, files: Files): Promise<string>
  git(...args: string[]): Promise<string>
  close(): Promise<void>
}

export type Files = Readonly<Record<string, string>>

export interface Finished {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export async function openClass(options: ClassOptions): Promise<ClassRoom> {
  const { students, language = 'en', lab = 'due: 2099-01-01 12:00', now } = options
  const hosted = await startHosted({
    organization: 'school',
    students,
    ...(now === undefined ? {} : { now }),
    ...(options.permissions === undefined ? {} : { permissions: options.permissions }),
    ...(options.forbidden === undefined ? {} : { forbidden: options.forbidden }),
  })
  const folder = mkdtempSync(join(tmpdir(), 'gradus-class-'))
  cpSync(COURSE, join(folder, 'course'), { recursive: true })
  const root = join(folder, 'course')
  writeFileSync(
    join(root, 'course.yaml'),
    `title: { en: Course, es: Curso }\norganization: school\nlanguage: ${language}\n` +
      `time-zone: Europe/Madrid\nlabs:\n  outcomes: { ${lab} }\n`,
  )
  const rows = students.map((login, index) => `s${index},${login},${login}\n`)
  writeFileSync(join(root, 'roster.csv'), `id,login,name\n${rows.join('')}`)
  const work = join(folder, 'work')
  mkdirSync(work)

  async function git(...args: string[]): Promise<string> {
    const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org']
    const { stdout } = await promisify(execFile)('git', [...who, ...args], { cwd: work })
    return stdout.trim()
  }

  const summary = join(folder, 'summary.md')
  const env = (identity: Identity): Record<string, string> => ({
    PATH: process.env['PATH'] ?? '',
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_API_URL: hosted.api,
    GITHUB_SERVER_URL: hosted.server,
    GRADUS_SECRET: 'of the tests',
    ...(identity === 'app'
      ? { GRADUS_APP_ID: String(APP.id), GRADUS_APP_KEY: hosted.app.key }
      : { GRADUS_TOKEN: hosted.token }),
  })

  await git('init', '--quiet', '--initial-branch=main')
  await git('commit', '--quiet', '--allow-empty', '--message=Start')
  return {
    hosted,
    folder,
    env,
    summary,
    git,
    async gradus(identity, ...given) {
      const args = needsRoot(given) ? [...given, '--root', root] : given
      // grading runs vitest, which cannot run inside of itself
      if (given[0] === 'grade') return spawned(args, folder, env(identity))
      let [stdout, stderr] = ['', '']
      const status = await main(args, {
        cwd: folder,
        env: env(identity),
        stdout: { write: (text) => (stdout += text) },
        stderr: { write: (text) => (stderr += text) },
        now: now ?? (() => new Date()),
        exit: (code) => process.exit(code),
      })
      return { status, stdout, stderr }
    },
    async startFromExport() {
      const template = join(folder, 'template')
      const args = ['export', 'outcomes', template, '--root', root]
      const { status, stderr } = await spawned(args, folder, env('app'))
      if (status !== 0) throw new Error(stderr)
      cpSync(template, work, { recursive: true })
      await git('add', '--all')
      await git('commit', '--quiet', '--message=Hand the lab out')
    },
    async push(student, repository, branch, files) {
      await git('switch', '--quiet', '--force-create', branch, 'main')
      rmSync(join(work, 'src'), { recursive: true, force: true })
      cpSync(join(COURSE, 'starter/outcomes'), join(work, 'src'), { recursive: true })
      for (const [name, text] of Object.entries(files)) writeFileSync(join(work, 'src', name), text)
      await git('add', '--all')
      await git('commit', '--quiet', '--allow-empty', `--message=${student} ${Object.keys(files)}`)
      const url = `${hosted.server.replace('//', `//${student}:token-${student}@`)}/${repository}.git`
      await git('push', '--quiet', '--force', url, `${branch}:${branch}`, 'main:main')
      return git('rev-parse', 'HEAD')
    },
    async close() {
      await hosted.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function spawned(args: readonly string[], cwd: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [join(REPOSITORY, 'grader/main.ts'), ...args], { cwd, env })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const [status] = await once(child, 'close')
  return { status: Number(status), stdout, stderr }
}

function needsRoot([verb]: readonly string[]): boolean {
  return verb !== 'merge'
}

/** A solution file of the tiny lab. */
export function solution(name: string): string {
  return readFileSync(join(COURSE, 'solutions/outcomes', name), 'utf8')
}
