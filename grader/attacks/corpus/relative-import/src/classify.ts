import data from '{{up-to-labels}}' with { type: 'json' }

console.log(JSON.stringify(data))

export const classify = () => data.labels
