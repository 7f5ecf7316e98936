import { attempt } from './attempt.ts'

const net = process.getBuiltinModule('node:net')

const listen = (where: object) => () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject)
    server.listen(where, () => resolve(JSON.stringify(server.address())))
  })

export const total = () =>
  attempt({ tcp: listen({ port: 0 }), unix: listen({ path: '/tmp/{{marker}}.sock' }) })
