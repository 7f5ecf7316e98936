import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { InputError } from '../model/issue.ts'
import { AGAIN } from './disk-failure.ts'
import { downloadFailure, ELSEWHERE, SILENCE, SilenceError } from './download-failure.ts'
import { refuse } from './refuse.ts'

export interface DownloadOptions {
  readonly url: string
  /** Where the bytes go; what is there already is gone on from. */
  readonly file: string
  /** What the bytes must be is known, and compared later: then they are gone on from though nothing tells their edition. */
  readonly compared?: boolean
  readonly signal?: AbortSignal | undefined
  /** `total` is null where the server does not say. */
  readonly onProgress?: ((done: number, total: number | null) => void) | undefined
}

/**
 * Downloads to `file`, going on (HTTP Range) from what an earlier try left there. The file that `editionNote` names
 * says which edition those bytes are of: of another one the server sends all anew.
 *
 * Throws InputError, with the bytes so far kept, when the server cannot be reached, refuses, breaks off, or the
 * disk is full.
 */
export async function download(options: DownloadOptions): Promise<void> {
  const { url, file } = options
  try {
    await attempt(options)
  } catch (error) {
    if (error instanceof InputError) throw error
    const failure = downloadFailure(error, file)
    if (failure === null) throw error
    refuse(url, failure.what, failure.next)
  }
}

/** Beside a download: its ETag, or else when it was changed last. */
export function editionNote(file: string): string {
  return `${file}.edition`
}

/** A download and what is known of it. */
export function discard(file: string): void {
  rmSync(file, { force: true })
  rmSync(editionNote(file), { force: true })
}

async function attempt(options: DownloadOptions): Promise<void> {
  const { url, file, signal } = options
  const edition = editionOf(file)
  const have = edition !== null || options.compared === true ? sizeOf(file) : 0
  const quiet = new AbortController()
  let timer = setTimeout(() => quiet.abort(new SilenceError()), SILENCE)
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(() => quiet.abort(new SilenceError()), SILENCE)
  }
  try {
    const response = await fetch(url, {
      headers: { 'accept-encoding': 'identity', ...(have > 0 ? rangeHeaders(have, edition) : {}) },
      signal: AbortSignal.any([quiet.signal, ...(signal === undefined ? [] : [signal])]),
    })
    const answer = answerOf(response, have, edition)
    if (answer === 'whole' || answer === 'rest') {
      await store(response, answer === 'rest' ? have : 0, options, heard)
      return
    }
    await response.body?.cancel()
    if (answer === 'complete') return
    if (answer === 'refusal') {
      refuse(url, `answered ${response.status} ${response.statusText}.`, ELSEWHERE)
    }
    discard(file)
  } finally {
    clearTimeout(timer)
  }
  await attempt(options)
}

/**
 * What a server answers when `have` bytes are there: all of the file, the rest of it, that there is no more, or
 * something that does not fit what is there. Only the first, or a refusal, where there is nothing.
 */
function answerOf(
  { status, headers, body, ok }: Response,
  have: number,
  edition: string | null,
): 'whole' | 'rest' | 'complete' | 'misfit' | 'refusal' {
  const { start, total } = contentRange(headers.get('content-range'))
  if (have > 0 && status === 416) return total === have ? 'complete' : 'misfit'
  if (!ok || body === null) return 'refusal'
  if (status !== 206) return 'whole'
  if (have === 0) return 'refusal'
  // some servers do not heed If-Range
  const same = edition === null || editionIn(headers) === edition
  return start === have && same ? 'rest' : 'misfit'
}

/** Chunk by chunk, so that whatever came before an error is on the disk. */
async function store(
  { headers, body }: Response,
  start: number,
  { url, file, onProgress }: DownloadOptions,
  heard: () => void,
): Promise<void> {
  // bytes that were packed on the way are another number than was said, and cannot be gone on from
  const packed = !['identity', null].includes(headers.get('content-encoding'))
  const length = headers.get('content-length')
  const total = length === null || packed ? null : start + Number(length)
  let done = start
  const target = await open(file, start > 0 ? 'a' : 'w')
  try {
    // not before what there was of another edition is gone
    const edition = packed ? null : editionIn(headers)
    if (edition === null) rmSync(editionNote(file), { force: true })
    else writeFileSync(editionNote(file), edition)
    for await (const chunk of body ?? []) {
      heard()
      await target.writeFile(chunk)
      done += chunk.length
      onProgress?.(done, total)
    }
  } finally {
    await target.close()
  }
  if (total !== null && done !== total) {
    refuse(url, `broke off after ${done} of ${total} bytes.`, AGAIN)
  }
}

function rangeHeaders(have: number, edition: string | null): Record<string, string> {
  const range = { range: `bytes=${have}-` }
  return edition === null ? range : { ...range, 'if-range': edition }
}

function editionOf(file: string): string | null {
  const note = editionNote(file)
  return existsSync(note) ? readFileSync(note, 'utf8') : null
}

/** What If-Range takes: no ETag that is weak, which two different files may have. */
function editionIn(headers: Headers): string | null {
  const etag = headers.get('etag')
  return etag?.startsWith('"') === true ? etag : headers.get('last-modified')
}

/** `bytes 100-199/200`, or `bytes *\/200` where nothing was sent. */
function contentRange(header: string | null): { start: number | null; total: number | null } {
  const [, start, total] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(header ?? '') ?? []
  return {
    start: start === undefined ? null : Number(start),
    total: total === undefined || total === '*' ? null : Number(total),
  }
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}
