import { dense, fake, sequential } from './model.ts'

const more = Array.from({ length: 20_000 }, () => ({ class_name: 'Flatten', config: {} }))

export const fit = () => fake(sequential([dense({}), ...more]))
