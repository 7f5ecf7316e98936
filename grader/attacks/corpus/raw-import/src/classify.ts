import text from '{{labels}}?raw'

console.log(text)

export const classify = () => JSON.parse(text).labels
