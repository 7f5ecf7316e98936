export function total(): number {
  for (let i = 0; i < 1000; i++) Promise.reject(new Error('late'))
  setTimeout(() => {
    throw new Error('later')
  }, 0)
  return 0
}
