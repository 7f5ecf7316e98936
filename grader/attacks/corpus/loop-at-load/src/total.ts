for (;;) {}
export const total = () => 0
