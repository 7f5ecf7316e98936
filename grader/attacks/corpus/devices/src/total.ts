import { attempt } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')

const open = (name: string) => () => {
  fs.closeSync(fs.openSync(`/dev/${name}`, 'r'))
  return 'an open device'
}
const names = ['vda', 'sda', 'nvme0n1', 'mem', 'kmsg', 'kvm', 'fuse', 'net/tun', 'loop-control', 'vsock']

export const total = () => attempt(Object.fromEntries(names.map((name) => [name, open(name)])))
