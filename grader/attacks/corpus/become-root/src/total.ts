import { attempt } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')

function powers(): string | undefined {
  const status = fs.readFileSync('/proc/self/status', 'utf8')
  const found = /^Cap(?:Eff|Prm|Bnd|Amb):\s*0*[1-9a-f][0-9a-f]*$/m.exec(status)
  return found?.[0] ?? (status.includes('NoNewPrivs:\t1') ? undefined : 'the way to new privileges')
}

const change = (way: () => void) => () => {
  way()
  return `user ${process.getuid?.()}`
}

export const total = () =>
  attempt({
    user: change(() => process.setuid?.(0)),
    group: change(() => process.setgid?.(0)),
    groups: change(() => process.setgroups?.([0])),
    capabilities: powers,
    map: change(() => fs.writeFileSync('/proc/self/uid_map', '0 0 1\n')),
    priority: () => {
      process.getBuiltinModule('node:os').setPriority(-20)
      return 'a higher priority'
    },
  })
