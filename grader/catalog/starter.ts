import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, type Issue } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import { issueAt, issueWith, shown } from '../reading/source.ts'
import type { GeneratedFile } from './generated-file.ts'
import { namesIn } from './lab-files.ts'
import { type ModuleFile, readModule } from './module-file.ts'
import { makeStub, removedRanges } from './stub.ts'

/**
 * `starter/<lab>/*` from `solutions/<lab>/*`: TypeScript with its solutions taken out, other files as
 * they are. A starter file that no solution stands behind is to be removed.
 * @throws InputError with every marker that does not pair and every task that is still solved
 */
export async function starterFiles(root: string, lab: Lab): Promise<GeneratedFile[]> {
  const folder = join(root, 'solutions', lab.id)
  const entries = await readdir(folder, { withFileTypes: true })
  const issues: Issue[] = []
  const files: GeneratedFile[] = []
  for (const entry of entries.toSorted(byName)) {
    const from = join(folder, entry.name)
    const path = `starter/${lab.id}/${entry.name}`
    if (!entry.isFile()) {
      const next = 'Keep the files of a solution side by side: submissions have no folders.'
      issues.push(issueWith(shown(from), 'is not a file.', next))
    } else if (entry.name.endsWith('.ts')) {
      const made = await stubOf(from, lab)
      issues.push(...made.issues)
      files.push({ path, content: made.text })
    } else {
      files.push({ path, content: await readFile(from, 'utf8') })
    }
  }
  if (issues.length > 0) throw new InputError(issues)
  const known = new Set(files.map(({ path }) => path))
  const present = await namesIn(join(root, 'starter', lab.id))
  const orphans = present.map((name) => `starter/${lab.id}/${name}`)
  const removals = orphans.filter((path) => !known.has(path))
  return [...files, ...removals.map((path) => ({ path, content: null }))]
}

function byName(a: { name: string }, b: { name: string }): number {
  return Number(a.name > b.name) - Number(a.name < b.name)
}

async function stubOf(path: string, lab: Lab) {
  const module = await readModule(path)
  if (module === null) throw new Error(`${path} vanished while it was read`)
  const stub = await makeStub(module)
  if (stub.issues.length > 0) return stub
  return { text: stub.text, issues: stillSolved(module, exportsIn(path, lab)) }
}

function exportsIn(path: string, { tasks }: Lab): string[] {
  return tasks.filter(({ file }) => path.endsWith(`/${file}`)).flatMap(({ exports }) => exports)
}

/** A task whose body is not marked would be handed out with its solution. */
function stillSolved(module: ModuleFile, names: readonly string[]): Issue[] {
  const removed = removedRanges(module)
  const declarations = topLevelDeclarations(module)
  return names.flatMap((name): Issue[] => {
    const declared = declarations.get(name)
    if (declared === undefined) return []
    if (removed.some(({ start }) => declared.start < start && start < declared.end)) return []
    const what = `"${name}" would be handed out with its solution.`
    const next = 'Put its body between "// solution" and "// end solution".'
    return [issueAt(module.source, declared.start, what, next)]
  })
}

function topLevelDeclarations(module: ModuleFile) {
  const found = new Map<string, { start: number; end: number }>()
  for (const statement of module.program().body) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declaration === null) continue
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
      if (declaration.id !== null) found.set(declaration.id.name, declaration)
    } else if (declaration.type === 'VariableDeclaration') {
      for (const { id, start, end } of declaration.declarations) {
        if (id.type === 'Identifier') found.set(id.name, { start, end })
      }
    }
  }
  return found
}
