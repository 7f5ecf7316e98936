import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleGit } from 'simple-git'
import type { Language } from '../model/lab.ts'
import { gradeCommand } from './grade-command.ts'
import type { ExitStatus, World } from './world.ts'

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
  const scratch = mkdtempSync(join(tmpdir(), 'gradus-demo-'))
  try {
    const repository = join(scratch, 'ada')
    const commit = await makeRepository(root, repository)
    world.stderr.write(
      `A student's repository was made; grading its commit ${commit.slice(0, 7)}.\n`,
    )
    const options = { root, lang, lab: LAB, out: join(scratch, 'records') }
    return await gradeCommand([`${repository}#${commit}`], options, world)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** One task right, one with the kernel flipped, one that never returns, the others as they were handed out. */
async function makeRepository(root: string, repository: string): Promise<string> {
  const src = join(repository, 'src')
  mkdirSync(src, { recursive: true })
  cpSync(join(root, 'starter', LAB), src, {
    recursive: true,
    filter: (path) => !path.endsWith('.json'),
  })
  cpSync(join(root, 'solutions', LAB, 'conv1d.ts'), join(src, 'conv1d.ts'))
  const right = readFileSync(join(root, 'solutions', LAB, 'conv2d.ts'), 'utf8')
  writeFileSync(join(src, 'conv2d.ts'), replaced(right, '.mul(filters)', FLIPPED))
  const stub = readFileSync(join(src, 'pool2d.ts'), 'utf8')
  writeFileSync(join(src, 'pool2d.ts'), replaced(stub, /throw new Error\('TODO.*\)/, ENDLESS))
  const git = simpleGit(repository)
  await git.init()
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
