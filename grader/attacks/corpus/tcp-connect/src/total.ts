import { attempt } from './attempt.ts'

const net = process.getBuiltinModule('node:net')

const connect = (options: { port: number; host: string }) => () =>
  new Promise((resolve, reject) => {
    const socket = net.connect(options, () => {
      socket.end('{{marker}}')
      resolve('a connection')
    })
    socket.on('error', reject)
  })

export const total = () =>
  attempt({
    loopback: connect({ port: Number('{{port}}'), host: '127.0.0.1' }),
    six: connect({ port: Number('{{port}}'), host: '::1' }),
    any: connect({ port: Number('{{port}}'), host: '0.0.0.0' }),
  })
