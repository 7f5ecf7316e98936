import type { Output } from './world.ts'

const WIDTH = 24
const FALLBACK_COLUMNS = 80

export interface Progress {
  /** One more is done; `note` stands behind the bar: `3 faults`. */
  tick(note?: string): void
  /** What is being done now, behind the bar. */
  say(note: string): void
  /** Erases the bar. */
  end(): void
}

/**
 * A bar with count, rate and time to go, redrawn in place on a terminal: `[####----]  2 / 8  0.9/s  eta 0:07`.
 * Silent when the stream is no terminal.
 */
export function progress(output: Output, total: number, startedAt = performance.now()): Progress {
  if (output.isTTY !== true) return { tick() {}, say() {}, end() {} }
  let done = 0
  const draw = (note: string) => {
    const filled = Math.round((done / Math.max(1, total)) * WIDTH)
    const bar = '#'.repeat(filled).padEnd(WIDTH, '-')
    const rate = done / Math.max(0.001, (performance.now() - startedAt) / 1000)
    const timing = done === 0 ? '' : `  ${rate.toFixed(1)}/s  eta ${clock((total - done) / rate)}`
    const line = ` [${bar}]  ${done} / ${total}${timing}${note === '' ? '' : `   ${note}`}`
    output.write(`\r\u001b[2K${line.slice(0, (output.columns ?? FALLBACK_COLUMNS) - 1)}`)
  }
  draw('')
  return {
    tick(note = '') {
      done += 1
      draw(note)
    },
    say: draw,
    end() {
      output.write('\r\u001b[2K')
    },
  }
}

export interface PartProgress {
  /** `part` of the whole is done, 0..1; `what` is being done now. */
  show(part: number, what: string): void
  /** Erases the bar. */
  end(): void
}

/** A bar for one long work of several steps: `[######------]  47 %  TensorFlow`. */
export function partProgress(output: Output): PartProgress {
  if (output.isTTY !== true) return { show() {}, end() {} }
  return {
    show(part, what) {
      const bar = '#'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '-')
      const percent = String(Math.floor(part * 100)).padStart(3)
      const line = ` [${bar}] ${percent} %  ${what}`
      output.write(`\r\u001b[2K${line.slice(0, (output.columns ?? FALLBACK_COLUMNS) - 1)}`)
    },
    end() {
      output.write('\r\u001b[2K')
    },
  }
}

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
