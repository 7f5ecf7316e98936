import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleGit } from 'simple-git'
import { formatIssue, InputError, type Issue } from '../model/issue.ts'
import type { Language } from '../model/lab.ts'
import { catalogue } from '../report/catalogue.ts'
import { checkCommand } from './check.ts'
import { gradeCommand } from './grade-command.ts'
import { chooseRung } from './rung.ts'
import { makeScratch, removeScratch } from './scratch.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

const LAB = 'convolutions'

/** The classic mistake: the convolution of signal processing. */
const FLIPPED = '.mul(tf.reverse(filters, [0, 1]))'

/** A task that never returns: the loop stands where its body would be. */
const ENDLESS = 'for (;;) {}'

/**
 * `gradus demo`: makes a git repository of a half-done submission (one task right, one with the kernel
 * flipped, one not started, one that never returns), grades its commit and prints the report.
 */
export async function demoCommand(
  { root, lang }: { readonly root: string; readonly lang: Language },
  world: World,
): Promise<ExitStatus> {
  const words = catalogue(lang)
  const scratch = makeScratch()
  try {
    const repository = join(scratch, 'ada')
    const missing = await sandboxIssues()
    makeSubmission(root, join(repository, 'src'), missing.length === 0 ? ENDLESS : null)
    if (missing.length > 0) {
      world.stderr.write(
        `${missing.map(formatIssue).join('\n')}\n${words.word('demo.public-only')}\n\n`,
      )
      await checkCommand(join(repository, 'src'), { root, lang, lab: LAB }, world)
      return EXIT.usage
    }
    const commit = await commitAll(repository)
    world.stderr.write(`${words.word('demo.commit', { commit: commit.slice(0, 7) })}\n`)
    const options = { root, lang, lab: LAB, out: join(scratch, 'records') }
    return await gradeCommand([`${repository}#${commit}`], options, world)
  } finally {
    removeScratch(scratch)
  }
}

/** Why hidden checks cannot be run on this machine; empty when they can. */
async function sandboxIssues(): Promise<readonly Issue[]> {
  try {
    await chooseRung()
    return []
  } catch (error) {
    if (error instanceof InputError) return error.issues
    throw error
  }
}

/**
 * One task right, one with the kernel flipped, the others as they were handed out; `loop` takes the place of
 * a body, and is left out where nothing could stop it.
 */
function makeSubmission(root: string, src: string, loop: string | null): void {
  mkdirSync(src, { recursive: true })
  cpSync(join(root, 'starter', LAB), src, {
    recursive: true,
    filter: (path) => !path.endsWith('.json'),
  })
  cpSync(join(root, 'solutions', LAB, 'conv1d.ts'), join(src, 'conv1d.ts'))
  const right = readFileSync(join(root, 'solutions', LAB, 'conv2d.ts'), 'utf8')
  writeFileSync(join(src, 'conv2d.ts'), replaced(right, '.mul(filters)', FLIPPED))
  if (loop === null) return
  const stub = readFileSync(join(src, 'pool2d.ts'), 'utf8')
  writeFileSync(join(src, 'pool2d.ts'), replaced(stub, /throw new Error\('TODO.*\)/, loop))
}

/** Throws an InputError where git is not installed. */
async function commitAll(repository: string): Promise<string> {
  const git = simpleGit(repository)
  try {
    await git.init()
  } catch (error) {
    if (!String(error).includes('ENOENT')) throw error
    const next = 'Install it: sudo apt-get install git (Debian, Ubuntu).'
    throw new InputError([
      { file: 'git', line: null, column: null, what: 'is not installed.', next },
    ])
  }
  await git.addConfig('user.name', 'Ada')
  await git.addConfig('user.email', 'ada@example.org')
  await git.add('.')
  await git.commit('Work on the convolutions lab')
  return await git.revparse(['HEAD'])
}

function replaced(text: string, part: string | RegExp, by: string): string {
  const changed = text.replace(part, by)
  if (changed === text) throw new Error(`The demo cannot find ${part} in the code it starts from.`)
  return changed
}
