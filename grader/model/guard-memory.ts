/** The part of the wasm backend that hands out its memory. */
interface WasmModule {
  _malloc(bytes: number): number
}

/**
 * Makes the wasm backend throw when its memory is used up. By itself it goes on at address 0: it
 * overwrites its own data and ends somewhere else, with a message that says nothing of memory.
 */
export function guardMemory(backend: object): void {
  if (!('wasm' in backend) || !isWasmModule(backend.wasm)) return
  const module = backend.wasm
  // the first call replaces the property by the function itself
  module._malloc(0)
  const allocate = module._malloc
  module._malloc = (bytes) => {
    const address = allocate(bytes)
    if (address === 0 && bytes > 0) {
      throw new RangeError(`WebAssembly memory: could not allocate memory, ${bytes} bytes`)
    }
    return address
  }
}

function isWasmModule(module: unknown): module is WasmModule {
  return typeof module === 'object' && module !== null && '_malloc' in module
}
