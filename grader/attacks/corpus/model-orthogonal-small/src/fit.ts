import { dense, fake, sequential } from './model.ts'

const slow = { class_name: 'Orthogonal', config: { gain: 1, seed: null } }

export const fit = () => fake(sequential([dense({ units: 4400 }), dense({ units: 4400, kernel_initializer: slow })]))
