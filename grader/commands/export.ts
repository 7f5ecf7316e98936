import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { labIds, readLab } from '../catalog/index.ts'
import { readCourse } from '../course/index.ts'
import { repositoryFiles, stampOf, updateRepository, writeRepository } from '../export/index.ts'
import type { Language } from '../model/lab.ts'
import { graderVersion } from '../run/provenance.ts'
import { backboneOf } from './dataset.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface ExportOptions {
  readonly root: string
  readonly lab: string
  readonly dir: string
  readonly update?: true | undefined
  /** Undefined: the language of the course, or English where there is no course.yaml. */
  readonly lang?: Language | undefined
}

/** `gradus export LAB DIR`: what a student starts from, as a repository of their own. */
export async function exportCommand(options: ExportOptions, world: World): Promise<ExitStatus> {
  const { root } = options
  const lab = await readLab(root, options.lab)
  const language = options.lang ?? (await courseLanguage(root))
  const dir = resolve(world.cwd, options.dir)
  const backbone = await backboneOf(root, lab, null, world.env)
  const files = await repositoryFiles(root, lab, language, backbone)
  const stamp = stampOf(lab.id, graderVersion(), files)
  if (options.update === true) {
    const changes = await updateRepository(dir, files, stamp)
    for (const { path, kind } of changes) world.stdout.write(`${path} ${WORDS[kind]}\n`)
    if (changes.length === 0) world.stdout.write('Everything is up to date.\n')
    return EXIT.done
  }
  await writeRepository(dir, files, stamp)
  const size = files.reduce((sum, { content }) => sum + content.length, 0) / 1e6
  const place = relative(world.cwd, dir) || '.'
  world.stdout.write(`${place}: ${files.length + 1} files, ${size.toFixed(1)} MB\n`)
  world.stdout.write(`\nTry it: cd ${quoted(place)} && npm ci && npm run check\n`)
  return EXIT.done
}

const WORDS = {
  written: 'written',
  removed: 'removed',
  kept: 'kept: it was changed there',
} as const

async function courseLanguage(root: string): Promise<Language> {
  if (!existsSync(join(root, 'course.yaml'))) return 'en'
  const { course } = await readCourse(root, await labIds(root))
  return course.language
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
