export function total(): number {
  process.kill(process.pid, 'SIGSTOP')
  for (;;) {}
}
