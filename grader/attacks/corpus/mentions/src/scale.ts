export function scale(): never {
  throw new Error('@everyone\n@course/teachers fixes #1, closes org/repo#2\nhttps://x.test/{{marker}}')
}
