import { pathToFileURL } from 'node:url'
import { callOrConstruct } from '../model/callable.ts'

/** Functions of a module of the course: a solution, or a misconception. Trusted code. */
export interface CourseModule {
  has(name: string): boolean
  /** Calls an export; sync or async, its answer is awaited. */
  call(name: string, args: readonly unknown[]): Promise<unknown>
}

/** Imports a trusted module by absolute path, through vitest's own loader where there is one. */
export async function importModule(path: string): Promise<CourseModule> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href)
  const find = (name: string) =>
    typeof module === 'object' && module !== null && Object.hasOwn(module, name)
      ? Reflect.get(module, name)
      : undefined
  return {
    has: (name) => typeof find(name) === 'function',
    async call(name, args) {
      const subject: unknown = find(name)
      if (typeof subject !== 'function')
        throw new TypeError(`${path} exports no function "${name}".`)
      return await callOrConstruct(subject, args)
    },
  }
}
