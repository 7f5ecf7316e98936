export const summary = () => null
