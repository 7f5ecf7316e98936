import { attempt } from './attempt.ts'

const dns = process.getBuiltinModule('node:dns')

async function query(): Promise<unknown> {
  const resolver = new dns.promises.Resolver({ timeout: 500, tries: 1 })
  resolver.setServers(['127.0.0.1:{{port}}'])
  const stop = setTimeout(() => resolver.cancel(), 1000)
  try {
    return (await resolver.resolve4('{{marker}}.example.test'))[0]
  } finally {
    clearTimeout(stop)
  }
}

export const total = () => attempt({ query })
