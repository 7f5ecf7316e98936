import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { stagingFolder } from './staging.ts'
import { workspaceOf } from './testing.ts'

const owner = process.getuid?.() === 0 ? 60_600 : null

test('a staged submission is its own files, for the sandbox and nobody else', async () => {
  const folder = await stagingFolder(owner)
  await folder.fill(workspaceOf('lenient'))
  expect(await readdir(folder.dir)).toContain('main.ts')
  expect(await readFile(join(folder.dir, 'folder/index.ts'), 'utf8')).toContain('fromIndex')
  const { mode, uid } = await stat(folder.dir)
  expect(mode & 0o777).toBe(0o700)
  expect(uid).toBe(owner ?? process.getuid?.())
  expect((await stat(join(folder.dir, 'folder/index.ts'))).uid).toBe(uid)
  await folder.remove()
  await expect(stat(dirname(folder.dir))).rejects.toThrow('ENOENT')
})

test('what is no plain file of the submission is not staged', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'linked-'))
  const folder = await stagingFolder(owner)
  onTestFinished(async () => {
    await rm(dir, { recursive: true })
    await folder.remove()
  })
  await symlink('/etc/passwd', join(dir, 'link.ts'))
  await writeFile(join(dir, 'a.ts'), '')
  for (const file of ['link.ts', '../outside.ts', '/etc/passwd']) {
    const workspace = { ...workspaceOf('lenient'), dir, files: [file] }
    await expect(folder.fill(workspace)).rejects.toThrow('no plain file of the submission')
  }
})
