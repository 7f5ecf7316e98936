const commands = [
  '::error file=app.js,line=1::forged by a student',
  '::add-mask::a',
  '::set-output name=points::100',
  '::stop-commands::x',
  '##[error]forged',
]

export function scale(): never {
  for (const command of commands) {
    console.log(command)
    console.error(`\n${command}\r\n`)
  }
  throw new Error(`boom\n${commands.join('\n')}\r::warning::w\u2028::error::e`)
}
