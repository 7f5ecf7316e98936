import { registerHooks } from 'node:module'

/** The package imports its schema as only a bundler allows, without saying that it is JSON. */
const hooks = registerHooks({
  load: (url, context, next) => {
    if (!/@actions\/workflow-parser\/.*\.json$/.test(url)) return next(url, context)
    return next(url, { ...context, importAttributes: { type: 'json' } })
  },
})

/** GitHub's own parser of workflow files. */
export const parser = await import('@actions/workflow-parser')

hooks.deregister()
