export function scale(): never {
  throw new Proxy(
    {},
    {
      get() {
        throw new Error('again')
      },
      getPrototypeOf() {
        throw new Error('again')
      },
    },
  )
}
