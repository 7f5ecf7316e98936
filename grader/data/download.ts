import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { InputError } from '../model/issue.ts'
import { AGAIN, downloadFailure, ELSEWHERE, SILENCE, SilenceError } from './download-failure.ts'
import { refuse } from './refuse.ts'

export interface DownloadOptions {
  readonly url: string
  /** Where the bytes go; what is there already is gone on from. */
  readonly file: string
  readonly signal?: AbortSignal | undefined
  /** `total` is null where the server does not say. */
  readonly onProgress?: ((done: number, total: number | null) => void) | undefined
}

/**
 * Downloads to `file`, going on (HTTP Range) from what an earlier try left there. Beside it, `file.etag` names the
 * edition that those bytes are of: a server that has another by now sends all of it anew.
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
  rmSync(`${file}.etag`, { force: true })
}

async function attempt(options: DownloadOptions): Promise<void> {
  const { url, file, signal } = options
  const have = sizeOf(file)
  const quiet = new AbortController()
  let timer = setTimeout(() => quiet.abort(new SilenceError()), SILENCE)
  try {
    const response = await fetch(url, {
      headers: { 'accept-encoding': 'identity', ...(have > 0 ? rangeHeaders(file, have) : {}) },
      signal: AbortSignal.any([quiet.signal, ...(signal === undefined ? [] : [signal])]),
    })
    const range = contentRange(response.headers.get('content-range'))
    // what is there is all of it, or of a file that has another length by now
    if (response.status === 416 && have > 0) {
      await response.body?.cancel()
      if (range.total === have) return
      rmSync(file)
      return await attempt(options)
    }
    if (!response.ok || response.body === null) {
      await response.body?.cancel()
      refuse(url, `answered ${response.status} ${response.statusText}.`, ELSEWHERE)
    }
    const goesOn = response.status === 206 && range.start === have
    if (response.status === 206 && !goesOn) {
      refuse(url, 'answered with another part than asked for.', 'Try again later.')
    }
    const etag = response.headers.get('etag')
    if (etag === null) rmSync(`${file}.etag`, { force: true })
    else writeFileSync(`${file}.etag`, etag)
    const length = response.headers.get('content-length')
    const start = goesOn ? have : 0
    const total = length === null ? null : start + Number(length)
    let done = start
    // chunk by chunk, so that whatever came before an error is on the disk
    const target = await open(file, goesOn ? 'a' : 'w')
    try {
      for await (const chunk of response.body) {
        clearTimeout(timer)
        timer = setTimeout(() => quiet.abort(new SilenceError()), SILENCE)
        await target.writeFile(chunk)
        done += chunk.length
        options.onProgress?.(done, total)
      }
    } finally {
      await target.close()
    }
    if (total !== null && done !== total) {
      refuse(url, `broke off after ${done} of ${total} bytes.`, AGAIN)
    }
  } finally {
    clearTimeout(timer)
  }
}

function rangeHeaders(file: string, have: number): Record<string, string> {
  const note = `${file}.etag`
  const range = { range: `bytes=${have}-` }
  return existsSync(note) ? { ...range, 'if-range': readFileSync(note, 'utf8') } : range
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
