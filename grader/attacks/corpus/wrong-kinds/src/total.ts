export const total = () => ({ valueOf: 6.5 })
