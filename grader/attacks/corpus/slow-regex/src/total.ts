export const total = () => Number(/^(a+)+$/.test(`${'a'.repeat(60)}b`))
