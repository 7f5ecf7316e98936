import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'gradus-arrows-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** File, import, and a word of the advice that the refusal gives; null where the import is right. */
const cases: [string, string, string | null][] = [
  ['grader/model/lab.ts', './issue.ts', null],
  ['grader/model/lab.ts', '../kit/index.ts', 'imports nothing'],
  ['grader/model/lab.ts', 'handlebars', 'imports nothing'],
  ['grader/catalog/read.ts', '../model/lab.ts', null],
  ['grader/catalog/read.ts', 'ajv', null],
  ['grader/catalog/read.ts', '../kit/index.ts', 'grader/commands'],
  ['grader/catalog/rules/points.ts', '../../score/index.ts', 'grader/commands'],
  ['grader/catalog/rules/points.ts', '../../model/lab.ts', null],
  ['grader/catalog/read.ts', '../reading/yaml-file.ts', null],
  ['grader/catalog/read.ts', '../course/index.ts', 'grader/commands'],
  ['grader/course/read.ts', '../reading/yaml-file.ts', null],
  ['grader/course/read.ts', '../model/course.ts', null],
  ['grader/course/read.ts', '../catalog/index.ts', 'grader/commands'],
  ['grader/reading/yaml-file.ts', '../model/issue.ts', null],
  ['grader/reading/yaml-file.ts', '../course/index.ts', 'every reader'],
  ['grader/fetch/copy.ts', '../run/sandbox/index.ts', 'grader/commands'],
  ['grader/report/view.ts', '../course/index.ts', 'grader/commands'],
  ['grader/fetch/copy.ts', '../catalog/index.ts', 'grader/commands'],
  ['grader/images/decode.ts', 'sharp', null],
  ['grader/images/decode.ts', '../kit/index.ts', 'grader/commands'],
  ['grader/kit/index.ts', '../run/index.ts', 'grader/commands'],
  ['grader/kit/index.ts', '#solutions/convolutions/conv2d.ts', 'grader/commands'],
  ['grader/score/index.ts', '../run/index.ts', 'grader/commands'],
  ['grader/data/index.ts', '../run/index.ts', 'grader/commands'],
  ['grader/data/index.ts', '../model/dataset.ts', null],
  ['grader/kit/dataset.ts', '../data/index.ts', 'grader/commands'],
  ['grader/layers/index.ts', '../model/lab.ts', 'TensorFlow.js only'],
  ['grader/layers/index.ts', '@tensorflow/tfjs', null],
  ['grader/report/terminal.ts', '../score/index.ts', 'grader/commands'],
  ['grader/report/html/page.ts', '../view.ts', null],
  ['grader/report/html/page.ts', '../../cli.ts', 'grader/commands'],
  ['grader/platform/git.ts', '../fetch/index.ts', 'grader/commands'],
  ['grader/run/index.ts', './sandbox/index.ts', null],
  ['grader/run/index.ts', '../kit/settings.ts', null],
  ['grader/run/index.ts', '../score/index.ts', 'pass the rest in'],
  ['grader/run/index.ts', '../catalog/index.ts', 'pass the rest in'],
  ['grader/run/sandbox/launch.ts', '../../model/limits.ts', null],
  ['grader/run/sandbox/launch.ts', '../judge.ts', 'readable alone'],
  ['grader/run/sandbox/launch.ts', '../../kit/frame.ts', 'readable alone'],
  ['grader/run/backend/wasm/pool.ts', './geometry.ts', null],
  ['grader/run/backend/wasm/pool.ts', '../../../model/value.ts', 'library of their own'],
  ['grader/commands/grade.ts', '../run/index.ts', null],
  ['labs/convolutions/hidden/conv2d.spec.ts', '#kit', null],
  ['labs/convolutions/hidden/conv2d.spec.ts', '#starter/convolutions/conv2d.ts', null],
  ['labs/convolutions/hidden/conv2d.spec.ts', '../../../solutions/convolutions/conv2d.ts', '#kit'],
  ['labs/convolutions/hidden/conv2d.spec.ts', '../../../grader/kit/bind.ts', '#kit'],
  ['solutions/convolutions/conv2d.ts', '@tensorflow/tfjs', null],
  ['solutions/convolutions/conv2d.ts', 'gradus/layers', null],
  ['solutions/convolutions/conv2d.ts', './window.ts', null],
  ['solutions/convolutions/conv2d.ts', 'node:fs', 'no more'],
  ['solutions/convolutions/conv2d.ts', '@tensorflow/tfjs-core', 'no more'],
  ['grader/fetch/copy.test.ts', '../catalog/index.ts', null],
]

test('an import against the arrows is refused with what to do, in every form', () => {
  const found = lint(
    cases.flatMap(([file, target]) => forms(target).map((text) => ({ file, text }))),
  )
  const expected = cases.flatMap(([file, target, advice]) =>
    forms(target).map((text) => ({ file, text, advice })),
  )
  expected.forEach(({ file, text, advice }, index) => {
    const message = found[index] ?? null
    if (advice === null) expect(message, `${file}: ${text}`).toBeNull()
    else expect(message, `${file}: ${text}`).toContain(advice)
  })
})

function forms(target: string): string[] {
  return [
    `import * as it from '${target}'\nexport const use = it\n`,
    `import type { It } from '${target}'\nexport type Use = It\n`,
    `export const use = await import('${target}')\n`,
  ]
}

/** What this repository's Biome says of each file about its imports; null for nothing. */
function lint(files: { file: string; text: string }[]): (string | null)[] {
  copyFileSync(join(root, 'biome.json'), join(scratch, 'biome.json'))
  const paths = files.map(({ file, text }, index) => {
    const path = join(dirname(file), `case-${index}-${file.slice(file.lastIndexOf('/') + 1)}`)
    mkdirSync(join(scratch, dirname(path)), { recursive: true })
    writeFileSync(join(scratch, path), text)
    return path
  })
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'],
    { cwd: scratch, encoding: 'utf8' },
  )
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(stdout)
  const about = (path: string) =>
    diagnostics.find(
      ({ category, location }) =>
        category === 'lint/style/noRestrictedImports' && location.path === path,
    )
  return paths.map((path) => about(path)?.message ?? null)
}

interface Diagnostic {
  readonly category: string
  readonly message: string
  readonly location: { readonly path: string }
}
