import { dense, fake, sequential } from './model.ts'

const size = 30_000
const slow = { class_name: 'Orthogonal', config: { gain: 1, seed: null } }

export const fit = () =>
  fake(
    sequential([
      dense({ units: size, batch_input_shape: [null, size], kernel_initializer: slow }),
    ]),
  )
