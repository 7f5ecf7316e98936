import { dense, fake, sequential } from './model.ts'

const texts = [
  '{"class_name":"constructor","config":{"layers":[]}}',
  '{"__proto__":{"class_name":"Sequential","config":{"layers":[]}}}',
  JSON.stringify(sequential([dense({ units: 1 })])).replace('Dense', '__proto__'),
  JSON.stringify(sequential([dense({ activation: 'constructor' })])),
  JSON.stringify(sequential([dense({ units: '1' })])),
  JSON.stringify(sequential([{ class_name: 'Dense' }])),
]
let turn = 0

export const fit = () => fake(texts[turn++ % texts.length])
