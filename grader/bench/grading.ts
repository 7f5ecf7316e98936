import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLab } from '../catalog/index.ts'
import { progress } from '../commands/progress.ts'
import type { World } from '../commands/world.ts'
import type { Lab } from '../model/lab.ts'
import { specFiles } from '../run/specs.ts'
import { comparePairs } from './pairs.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))
const LAB = 'convolutions'
const PAIRS = 9

/**
 * Cold grading of one submission in the sandbox against `vitest run` of the same specs that import the
 * student's files, with full TensorFlow.js: what a teacher would write. Prints the medians and the ratio.
 */
export async function benchGrading(world: World): Promise<void> {
  const lab = await readLab(REPOSITORY, LAB)
  const scratch = mkdtempSync(join(tmpdir(), 'gradus-bench-'))
  try {
    writeNaiveProject(scratch, lab)
    const bar = progress(world.stderr, PAIRS + 1)
    const submission = join(REPOSITORY, 'solutions', LAB)
    const out = join(scratch, 'records')
    const result = comparePairs(
      {
        name: 'sandboxed grading',
        command: [
          process.execPath,
          join(REPOSITORY, 'grader', 'gradus.mjs'),
          ...['grade', submission, '--lab', LAB, '--json', '--min', '100', '--out', out],
        ],
        cwd: scratch,
      },
      {
        name: 'vitest run',
        command: [process.execPath, join(REPOSITORY, 'node_modules/vitest/vitest.mjs'), 'run'],
        cwd: scratch,
      },
      PAIRS,
      bar.tick,
    )
    bar.end()
    const seconds = (value: number) => `${value.toFixed(2)} s`
    world.stdout.write(
      `Cold grading of solutions/${LAB}, ${PAIRS} pairs in turn after a warm-up, medians:\n` +
        `  gradus grade, sandboxed   ${seconds(result.medianA)}\n` +
        `  vitest run, plain import  ${seconds(result.medianB)}\n` +
        `ratio ${result.ratio.toFixed(2)}\n`,
    )
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** A vitest project as a teacher would set it up, with this lab's own specs. */
function writeNaiveProject(folder: string, lab: Lab): void {
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'))
  const student = join(REPOSITORY, 'solutions', lab.id)
  const files = [...new Set(lab.tasks.map(({ file }) => file))]
  const imports = files.map(
    (file, i) => `import * as s${i} from ${JSON.stringify(join(student, file))}`,
  )
  const all = `{ ${files.map((_, i) => `...s${i}`).join(', ')} }`
  const naiveKit = JSON.stringify(join(REPOSITORY, 'grader/bench/naive-kit.ts'))
  writeFileSync(
    join(folder, 'kit.ts'),
    [
      ...imports,
      `import { binder } from ${naiveKit}`,
      `export * from ${naiveKit}`,
      `export const bind = binder(${all}, ${all})`,
    ].join('\n'),
  )
  const specs = (['public', 'hidden'] as const).flatMap((visibility) =>
    specFiles(REPOSITORY, lab.id, visibility),
  )
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default {
  resolve: { alias: { '#kit': ${JSON.stringify(join(folder, 'kit.ts'))} } },
  server: { fs: { strict: false } },
  test: { dir: '/', include: ${JSON.stringify(specs)} },
}
`,
  )
}
