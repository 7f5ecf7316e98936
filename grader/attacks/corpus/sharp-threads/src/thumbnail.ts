import type * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'
import { addon } from './addon.ts'

const fs = process.getBuiltinModule('node:fs')

function threads(): number {
  return Number(/Threads:\s*(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1])
}

export async function thumbnail(bytes: Uint8Array): Promise<tf.Tensor> {
  addon().concurrency(1000)
  process.env['UV_THREADPOOL_SIZE'] = '1000'
  const work = () =>
    sharp(bytes).resize(3000, 3000, { fit: 'fill' }).sharpen(9).median(15).webp().toBuffer()
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, threads())
  }, 5)
  await Promise.allSettled(Array.from({ length: 3000 }, work))
  clearInterval(timer)
  throw new Error(most > 100 ? `breach: ${most} threads` : `stopped at ${most} threads`)
}
