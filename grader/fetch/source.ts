import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { spelt } from '../model/issue.ts'
import type { Protocol } from '../platform/git.ts'
import { problem } from './problem.ts'

/** Where a submission is, understood from what the person typed. */
export type Source =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 'repository'
      readonly url: string
      readonly protocol: Protocol
      /** Branch, tag, full ref name or commit id; null for the default branch. */
      readonly ref: string | null
    }

/** `user@host:path`, as git hosts show it for ssh. */
const SCP_LIKE = /^[\w.-]+@[\w.-]+:(?!\/\/)[^\s]+$/
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const ACCEPTED = 'Use https://, ssh://, user@host:path or a path on this machine.'

/** Throws an InputError for a transport that is not accepted, and for what is neither path nor URL. */
export async function parseSource(source: string): Promise<Source> {
  // a folder may have # in its name: what exists as typed is meant as typed
  if ((await kindOf(source)) === 'folder') return { kind: 'folder', path: resolve(source) }
  if ((await kindOf(source)) === 'other') {
    throw problem(source, 'is not a folder.', 'Name the folder that holds the files of the lab.')
  }
  const hash = source.lastIndexOf('#')
  const place = hash === -1 ? source : source.slice(0, hash)
  const ref = hash === -1 ? null : source.slice(hash + 1)
  if (ref !== null) checkRef(source, ref)
  const protocol = remoteProtocol(place, source)
  if (protocol !== null) return { kind: 'repository', url: place, protocol, ref }
  if ((await kindOf(place)) === 'folder' && ref !== null) {
    return { kind: 'repository', url: resolve(place), protocol: 'file', ref }
  }
  throw problem(place, 'does not exist.', 'Check the path, or name a repository as URL#ref.')
}

/** Null for a path on this machine. */
function remoteProtocol(place: string, source: string): Protocol | null {
  if (SCP_LIKE.test(place) && !place.startsWith('-')) return 'ssh'
  if (/^\w[\w+.-]*::/.test(place)) {
    throw problem(source, 'names a transport that runs programs.', ACCEPTED)
  }
  if (!/^\w[\w+.-]*:\/\//.test(place)) return null
  if (!URL.canParse(place)) throw problem(source, 'is not a URL.', ACCEPTED)
  const url = new URL(place)
  if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:')) {
    throw problem(
      `${url.protocol}//***@${url.host}${url.pathname}`,
      'holds a password, which every user of this machine could see.',
      'Take it out of the URL, and replace it where it was issued.',
    )
  }
  if (url.hostname.startsWith('-'))
    throw problem(source, 'names a host that is an option.', ACCEPTED)
  if (url.protocol === 'https:') return 'https'
  if (url.protocol === 'ssh:') return 'ssh'
  if (url.protocol === 'file:' && url.host === '') return 'file'
  if (url.protocol === 'http:' && LOOPBACK.has(url.hostname)) return 'http'
  throw problem(source, `uses ${url.protocol}//, which anyone on the way could change.`, ACCEPTED)
}

/** The rules of git-check-ref-format that matter here, so that a ref is never an option or a pattern. */
function checkRef(source: string, ref: string): void {
  if (ref === '') {
    throw problem(source, 'has no ref after #.', 'Write a branch, a tag or a commit: URL#main.')
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
  if (/^[-/.]|[\u0000-\u0020~^:?*[\\\u007f]|\.\.|@\{|\/\/|\/$|\.lock$/.test(ref)) {
    throw problem(
      source,
      `asks for "${spelt(ref)}", which is no name of a branch, tag or commit.`,
      'Write it as git branch shows it.',
    )
  }
}

async function kindOf(path: string): Promise<'folder' | 'other' | 'absent'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'other'
  } catch {
    return 'absent'
  }
}
