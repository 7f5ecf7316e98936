export const classify = () => 0
