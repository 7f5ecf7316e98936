import util from 'node:util'

// Node 23 dropped what tfjs-node 4.22 still calls; it reads them from this very object.
if (!('isNullOrUndefined' in util)) {
  Object.assign(util, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  })
}
