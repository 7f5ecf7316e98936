export const total = () => 6.5
