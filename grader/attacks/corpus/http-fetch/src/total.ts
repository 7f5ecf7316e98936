import { attempt } from './attempt.ts'

const socket = () =>
  new Promise((resolve, reject) => {
    const ws = new WebSocket('ws://127.0.0.1:{{port}}/{{marker}}')
    ws.onopen = () => resolve('an open socket')
    ws.onerror = () => reject(new Error('no socket'))
  })

export const total = () =>
  attempt({
    fetch: async () => (await fetch('http://127.0.0.1:{{port}}/{{marker}}')).status,
    websocket: socket,
  })
