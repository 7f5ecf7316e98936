import { describe, expect, test } from 'vitest'
import { type Engine, WASM } from '../../model/backend.ts'
import { commandLine } from './launch.ts'
import { gpuOf, memoryLimits, nativeMounts, nativeVariables } from './native.ts'
import { LAUNCH } from './testing.ts'

const native = { folder: '/cache/native-cpu', key: 'a' }
const onCpu: Engine = { id: 'tensorflow', device: 'cpu', native }
const onGpu: Engine = { id: 'tensorflow', device: 'gpu', native }
const gpu = { devices: ['/dev/nvidiactl', '/dev/nvidia1'], visible: '1' }

describe('the command line of a sandbox', () => {
  test('shows the native package, read-only, at a place that names no folder of the host', () => {
    const line = commandLine({ ...LAUNCH, backend: onCpu }).join(' ')
    expect(line).toContain('--ro-bind /cache/native-cpu /native')
    expect(line).toContain('--remount-ro / ')
    expect(line.indexOf('/native')).toBeLessThan(line.indexOf('--remount-ro'))
  })

  test('is quiet and counts its threads on tensorflow, and only there', () => {
    const line = (backend: Engine) => commandLine({ ...LAUNCH, backend, cores: 2 }).join(' ')
    expect(line(onCpu)).toContain('--setenv TF_CPP_MIN_LOG_LEVEL 3')
    expect(line(onCpu)).toContain('--setenv TF_NUM_INTRAOP_THREADS 2')
    expect(line(WASM)).not.toContain('TF_')
    expect(line(WASM)).not.toContain('/native')
  })

  test('has the device files of the cards to be seen, and no others', () => {
    const line = commandLine({ ...LAUNCH, backend: onGpu, gpu }).join(' ')
    expect(line).toContain('--dev-bind /dev/nvidia1 /dev/nvidia1')
    expect(line).not.toContain('/dev/nvidia0')
    expect(line.indexOf('--dev /dev')).toBeLessThan(line.indexOf('--dev-bind'))
    expect(commandLine({ ...LAUNCH, backend: onCpu, gpu }).join(' ')).not.toContain('/dev/nvidia')
  })
})

test('a GPU is asked for sums that come out the same twice, and shared with the judge', () => {
  expect(nativeVariables(onGpu, 4, gpu)).toMatchObject({
    TF_DETERMINISTIC_OPS: '1',
    TF_FORCE_GPU_ALLOW_GROWTH: 'true',
    CUDA_VISIBLE_DEVICES: '1',
  })
})

test('a build for GPUs that is to compute on the CPU sees no card', () => {
  expect(nativeVariables(onCpu, 4, gpu)).toMatchObject({ CUDA_VISIBLE_DEVICES: '-1' })
})

test('threads are as many as cores, up to eight', () => {
  expect(nativeVariables(onCpu, 3, null)['OMP_NUM_THREADS']).toBe('3')
  expect(nativeVariables(onCpu, 64, null)['OMP_NUM_THREADS']).toBe('8')
})

test('memory is bounded in the same way on every backend that computes on the CPU', () => {
  expect(memoryLimits(onCpu, 2048, 1e11)).toEqual(memoryLimits(WASM, 2048, 1e11))
  expect(memoryLimits(WASM, 2048, 1e11)).toEqual(['--data=2048000000', '--as=100000000000'])
  // CUDA reserves more address space than any bound that would stop a submission
  expect(memoryLimits(onGpu, 2048, 1e11).join()).not.toContain('--as')
})

test('without a native library nothing is mounted', () => {
  expect(nativeMounts(WASM, gpu)).toEqual([])
})

describe('the cards of a machine', () => {
  const devices = ['null', 'nvidia-uvm', 'nvidia0', 'nvidia1', 'nvidiactl', 'nvidia-caps']

  test('are those that CUDA_VISIBLE_DEVICES names, with what they share', () => {
    expect(gpuOf(devices, '1')).toEqual({
      visible: '1',
      devices: ['/dev/nvidia-uvm', '/dev/nvidiactl', '/dev/nvidia1'],
    })
  })

  test('are the first by default', () => {
    expect(gpuOf(devices, undefined)?.devices).toContain('/dev/nvidia0')
    expect(gpuOf(devices, undefined)?.devices).not.toContain('/dev/nvidia1')
  })

  test('are all when they are named by their UUID', () => {
    expect(gpuOf(devices, 'GPU-8932f937')?.devices).toContain('/dev/nvidia1')
  })

  test('are none where the driver made no device files', () => {
    expect(gpuOf(['null', 'zero'], undefined)).toBeNull()
  })
})
