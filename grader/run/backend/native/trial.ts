import { join } from 'node:path'
import { failed, step } from './failure.ts'
import { BINDING } from './manifest.ts'
import type { Pins } from './pins.ts'
import type { ToolOptions } from './run-tool.ts'

/** Loads the binding in a process of its own. Throws InputError when it does not load, or is another version. */
export async function tryBinding(
  folder: string,
  { tensorflow }: Pins,
  tools: ToolOptions,
): Promise<void> {
  const script = `process.stdout.write(require(${JSON.stringify(join(folder, BINDING))}).TF_Version)`
  const env = { ...tools.env, TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '-1' }
  const version = await step('loading the binding', [process.execPath, '-e', script], {
    ...tools,
    env,
  })
  if (version !== tensorflow) {
    const why = `It says that it is TensorFlow ${version}, not ${tensorflow}.`
    throw failed('trying the binding', why, 'Report this.')
  }
}
