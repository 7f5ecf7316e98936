import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { InputError } from '../model/issue.ts'
import { readClassFolders } from './folders.ts'
import { loadImages } from './load.ts'
import { scratchFolder } from './testing.ts'

async function folderWith(paths: readonly string[]): Promise<string> {
  const folder = await scratchFolder()
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), '')
  }
  return folder
}

test('classes are folders by name, with all files below them', async () => {
  const folder = await folderWith([
    'dogs/2.jpg',
    'dogs/10.jpg',
    'cats/more/1.PNG',
    'cats/b.jpg',
    'cats/.hidden.jpg',
    '.git/config',
    'README.txt',
  ])
  const { classes, files } = await readClassFolders(folder)
  expect(classes).toEqual(['cats', 'dogs'])
  expect(files.map(({ file, label }) => [relative(folder, file), label])).toEqual([
    ['cats/b.jpg', 0],
    ['cats/more/1.PNG', 0],
    ['dogs/10.jpg', 1],
    ['dogs/2.jpg', 1],
  ])
})

test('links are not followed, and told of by name', async () => {
  const folder = await folderWith(['cats/1.jpg', 'dogs/1.jpg'])
  const links = ['cats/2.jpg', 'cats/around', 'cats/loop.jpg']
  await symlink('/etc/passwd', join(folder, 'cats/2.jpg'))
  await symlink(folder, join(folder, 'cats/around'))
  await symlink('loop.jpg', join(folder, 'cats/loop.jpg'))
  const { files } = await readClassFolders(folder)
  expect(files).toHaveLength(5)
  const { skipped } = await loadImages(files, { height: 4, width: 4 })
  const refused = skipped.filter(({ why }) => why === 'This is a link, and links are not followed.')
  expect(refused.map(({ file }) => relative(folder, file))).toEqual(links)
})

test('a class that is a link is not passed over in silence', async () => {
  const folder = await folderWith(['cats/1.jpg', 'dogs/1.jpg'])
  await symlink('README.txt', join(folder, 'about'))
  expect((await readClassFolders(folder)).classes).toEqual(['cats', 'dogs'])
  await symlink(join(folder, 'dogs'), join(folder, 'wolves'))
  await expect(readClassFolders(folder)).rejects.toThrow(
    `${folder}/wolves is a link, and links are not followed. Put the folder itself in its place.`,
  )
})

test('a folder without classes, or none at all, is refused with what to give', async () => {
  const folder = await folderWith(['only/1.jpg'])
  await expect(readClassFolders(folder)).rejects.toThrow(
    `${folder} has 1 folder, one for each class is needed. Give a folder like train/`,
  )
  await expect(readClassFolders(join(folder, 'none'))).rejects.toThrow(InputError)
  await expect(readClassFolders(join(folder, 'only/1.jpg'))).rejects.toThrow('(ENOTDIR)')
})
