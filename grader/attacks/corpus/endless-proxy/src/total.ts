const endless = (): unknown[] =>
  new Proxy([], {
    get: (_target, name) => (name === 'length' ? 4_000_000 : endless()),
    has: () => true,
  })

export const total = () => endless()
