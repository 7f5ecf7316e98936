export const summary = () => ({
  count: 3,
  get largest() {
    for (;;) {}
  },
})
