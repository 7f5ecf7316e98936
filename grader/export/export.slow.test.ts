import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readLabs } from '../catalog/index.ts'
import { backboneOf } from '../commands/dataset.ts'
import type { Lab } from '../model/lab.ts'
import { type ExportedFile, repositoryFiles } from './index.ts'
import { filesBelow, linkPackages, ROOT, runCheck, studentFolder, writeAll } from './testing.ts'

const labs = await readLabs(ROOT)

const [first] = labs
if (first === undefined) throw new Error('There are labs.')
const ofTheFirst = await repositoryFiles(ROOT, first, 'es', null)
const another = await repositoryFiles(ROOT, labs.at(-1) ?? first, 'es', null)

/** Files that are the same for every lab hold nothing of one: TensorFlow.js, the kit. */
function isOfTheLab({ path, content }: ExportedFile): boolean {
  const everywhere = [ofTheFirst, another].every((files) =>
    files.some((file) => file.path === path && Buffer.compare(file.content, content) === 0),
  )
  return !everywhere
}

describe.each(labs)('the repository of $id', (lab) => {
  let files: readonly ExportedFile[] = []
  beforeAll(async () => {
    files = await repositoryFiles(ROOT, lab, 'es', await backboneOf(ROOT, lab, null))
  }, 60_000)

  test('holds nothing hidden: no line, sentence or name of it', () => {
    const allowed = [
      ...filesBelow(join(ROOT, 'starter', lab.id)),
      ...filesBelow(join(ROOT, 'labs', lab.id, 'public')),
      // pages that are written for students
      ...readdirSync(join(ROOT, 'labs', lab.id))
        .filter((name) => name.endsWith('.es.md'))
        .map((name) => join(ROOT, 'labs', lab.id, name)),
      // the vendored kit, which everybody may read
      ...['kit', 'layers', 'model'].flatMap((part) => filesBelow(join(ROOT, 'grader', part))),
    ].map((path) => flat(readFileSync(path, 'utf8')))
    const secrets = hiddenTexts(lab).filter((text) => !allowed.some((one) => one.includes(text)))
    expect(secrets.length).toBeGreaterThan(20)
    const found = (all: readonly ExportedFile[]) =>
      all.filter(isOfTheLab).flatMap(({ path, content }) => {
        const text = flat(Buffer.from(content).toString('utf8'))
        return secrets.filter((secret) => text.includes(secret)).map((one) => `${path}: ${one}`)
      })
    expect(found(files)).toEqual([])
    // and it would be seen
    const planted = { path: 'src/a.ts', content: Buffer.from(`// ${secrets[7]}\n`) }
    expect(found([planted])).not.toEqual([])
  })

  test('says "not started" for every task and ends with 1; with the solution all passes, status 0', async () => {
    const dir = studentFolder()
    writeAll(dir, files)
    linkPackages(dir, lab.packages)
    const before = await runCheck(dir)
    expect(before).toMatchObject({ status: 1, stderr: '' })
    for (const { file, checks } of lab.tasks) {
      const isPublic = checks.some(({ visibility }) => visibility === 'public')
      if (isPublic) expect(before.stdout).toContain(`src/${file} todavía lanza su TODO.`)
    }
    expect(before.stdout).toContain(`0 / ${publicPoints(lab)} puntos`)
    cpSync(join(ROOT, 'solutions', lab.id), join(dir, 'src'), { recursive: true })
    const after = await runCheck(dir, '--lang', 'en')
    expect(after).toMatchObject({ status: 0, stderr: '' })
    expect(after.stdout).toContain(
      `public checks ${publicPoints(lab)} / ${publicPoints(lab)} points`,
    )
  }, 180_000)

  test('is one for which npm ci has all it needs, at the places of the lock file', () => {
    const dir = studentFolder()
    writeAll(dir, files)
    const args = ['ci', '--dry-run', '--offline', '--ignore-scripts', '--loglevel=error']
    // npm refuses a lock that does not agree with package.json
    expect(execFileSync('npm', args, { cwd: dir, encoding: 'utf8' })).toMatch(/added \d+ packages/)
  }, 60_000)

  test('shows an editor no error: types of the kit, the stubs and the layers are there', () => {
    const dir = studentFolder()
    writeAll(dir, files)
    linkPackages(dir, lab.packages)
    cpSync(join(dir, '.gradus'), join(dir, 'node_modules/gradus'), { recursive: true })
    const use = "import { AbsoluteDifference } from 'gradus/layers'\nnew AbsoluteDifference()\n"
    writeFileSync(join(dir, 'src/uses-layers.ts'), use)
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [compiler, '-p', dir], { encoding: 'utf8' })
  }, 60_000)
})

function publicPoints({ tasks }: Lab): number {
  const checks = tasks.flatMap((task) => task.checks)
  return checks
    .filter(({ visibility }) => visibility === 'public')
    .reduce((sum, { points }) => sum + points, 0)
}

/** As a search sees it: blanks and line ends count as one. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** Everything that a student must not have: long lines of hidden files, sentences, ids, paths. */
function hiddenTexts(lab: Lab): string[] {
  const folder = join(ROOT, 'labs', lab.id)
  const files = [
    ...['hidden', 'misconceptions', 'accepted', 'oracle', 'predictors', 'calibration'].flatMap(
      (part) => filesBelow(join(folder, part)),
    ),
    ...filesBelow(join(ROOT, 'solutions', lab.id)),
  ]
  const lines = files.flatMap((path) => readFileSync(path, 'utf8').split('\n'))
  const long = lines.map((line) => line.trim()).filter((line) => line.length >= 25)
  const checks = lab.tasks.flatMap((task) => task.checks)
  const hidden = checks.filter(({ visibility }) => visibility === 'hidden')
  const misconceptions = lab.tasks.flatMap((task) => task.misconceptions)
  const sentences = [
    ...hidden.map(({ hint }) => hint),
    ...misconceptions.map((one) => one.sentence),
  ]
  const reasons = hidden.flatMap(({ tolerance, threshold }) => [
    tolerance?.reason,
    threshold?.reason,
  ])
  const names = readdirSync(join(folder, 'misconceptions')).map((name) => basename(name, '.ts'))
  return [
    ...long,
    ...sentences.flatMap((sentence) => (sentence === null ? [] : [sentence.en, sentence.es])),
    ...reasons.flatMap((reason) => reason ?? []),
    ...names,
    ...misconceptions.map(({ id }) => id),
    ROOT,
    lab.hash,
  ].map(flat)
}
