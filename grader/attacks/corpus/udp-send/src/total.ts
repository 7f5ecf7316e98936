import { attempt } from './attempt.ts'

const { createSocket } = process.getBuiltinModule('node:dgram')

const send = () =>
  new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    socket.on('error', reject)
    socket.send('{{marker}}', Number('{{port}}'), '127.0.0.1', (error) => {
      socket.close()
      error ? reject(error) : resolve('a datagram sent')
    })
  })

export const total = () => attempt({ send })
