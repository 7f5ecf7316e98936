const { registerHooks } = process.getBuiltinModule('node:module')

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    console.log(url, String(loaded.source))
    return loaded
  },
})

export const total = () => 0
