let calls = 0

export const summary = () => ({
  count: 3,
  largest: 9,
  get then() {
    const copying = /entries|convert/.test(String(new Error().stack))
    return copying ? () => ({ calls: ++calls }) : undefined
  },
})
