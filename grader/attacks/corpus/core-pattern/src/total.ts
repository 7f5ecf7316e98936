import { attempt } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')

/** Only opens: that it could write is enough. */
const open = (path: string) => () => {
  fs.closeSync(fs.openSync(path, 'r+'))
  return 'an open file'
}

export const total = () =>
  attempt({
    core: open('/proc/sys/kernel/core_pattern'),
    modprobe: open('/proc/sys/kernel/modprobe'),
    hostname: open('/proc/sys/kernel/hostname'),
    sysrq: open('/proc/sysrq-trigger'),
    helper: open('/sys/kernel/uevent_helper'),
    release: open('/sys/fs/cgroup/release_agent'),
    cgroup: open('/sys/fs/cgroup/cgroup.procs'),
    kcore: () => fs.closeSync(fs.openSync('/proc/kcore', 'r')),
  })
