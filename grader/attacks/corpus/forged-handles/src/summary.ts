export const summary = () => ({
  count: { type: 'handle', kind: 'held', id: 0 },
  largest: Object.assign(() => 9, { id: -1, kind: 'held' }),
})
