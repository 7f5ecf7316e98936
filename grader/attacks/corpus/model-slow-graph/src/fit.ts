import { fake } from './model.ts'

const LAYERS = 190
const USES = 200

/** Use `u` of layer `l` comes after use `u` of the layer before, or the last layer's use before. */
const source = (layer: number, use: number) => {
  if (layer > 0) return [`l${layer - 1}`, use, 0]
  return use === 0 ? ['in', 0, 0] : [`l${LAYERS - 1}`, use - 1, 0]
}
const layers = Array.from({ length: LAYERS }, (_, layer) => ({
  class_name: 'ReLU',
  name: `l${layer}`,
  config: {},
  inbound_nodes: Array.from({ length: USES }, (_, use) => [source(layer, use)]),
}))
const input = { class_name: 'InputLayer', name: 'in', config: { batch_input_shape: [null, 2] }, inbound_nodes: [] }

export const fit = () =>
  fake({
    class_name: 'Model',
    config: {
      name: 'm',
      layers: [...layers.reverse(), input],
      input_layers: [['in', 0, 0]],
      output_layers: [[`l${LAYERS - 1}`, USES - 1, 0]],
    },
  })
