import data from './data.json'

console.log(JSON.stringify(data))

export const classify = () => data.labels
