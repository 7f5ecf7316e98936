export const summary = () => 0
