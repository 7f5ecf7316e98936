import { chmodSync, cpSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { REPOSITORY } from '../../commands/testing.ts'

/** Folders of `grader` that no workflow needs. */
const LEFT_OUT = /^(attacks|bench|.*\/(fixtures|testing)|.*\.test\.ts)$/

/** Puts what an instructor's repository holds into the folder: Gradus, and a small course for its own. */
export function checkOut(workspace: string, course: string): void {
  const grader = join(REPOSITORY, 'grader')
  cpSync(grader, join(workspace, 'grader'), {
    recursive: true,
    filter: (path) => !LEFT_OUT.test(relative(grader, path)),
  })
  cpSync(join(REPOSITORY, 'reports'), join(workspace, 'reports'), { recursive: true })
  cpSync(join(REPOSITORY, 'package.json'), join(workspace, 'package.json'))
  // vitest may have left a cache there
  const isOwn = (path: string) => basename(path) !== 'node_modules'
  cpSync(course, workspace, { recursive: true, filter: isOwn })
  symlinkSync(join(REPOSITORY, 'node_modules'), join(workspace, 'node_modules'))
  // the packages are there already, and are not this test's to install anew
  writeFileSync(join(workspace, 'setup'), '#!/bin/sh\ntest -d node_modules\n')
  chmodSync(join(workspace, 'setup'), 0o755)
}
