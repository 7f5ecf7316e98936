for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2', 'SIGXCPU', 'SIGALRM'])
  process.on(signal, () => undefined)
process.on('exit', () => {
  for (;;) {}
})

export const total = () => process.exit(0)
