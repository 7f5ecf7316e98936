const escapes = '\x1b[2J\x1b[H100 / 100\x1b]0;title\x07\x1b]8;;http://x.test\x07link\x1b]8;;\x07\x9b2J\x1bP+q\x1b\\\b\b\b'

export function scale(): never {
  console.log(escapes)
  process.stderr.write(escapes)
  throw new Error(`${escapes}boom\r100 / 100`)
}
