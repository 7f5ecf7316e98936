import { attempt } from './attempt.ts'

const net = process.getBuiltinModule('node:net')

const connect = (path: string) => () =>
  new Promise((resolve, reject) => {
    const socket = net.connect({ path }, () => {
      socket.end('{{marker}}')
      resolve('a connection')
    })
    socket.on('error', reject)
  })

export const total = () =>
  attempt({
    path: connect('{{socket}}'),
    root: connect('/proc/1/root{{socket}}'),
    abstract: connect('\0{{marker}}'),
    docker: connect('/var/run/docker.sock'),
    dbus: connect('/run/dbus/system_bus_socket'),
  })
