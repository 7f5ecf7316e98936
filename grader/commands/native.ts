import { availableBackends, surroundings } from '../run/backend/available.ts'
import { installNative, removeNative } from '../run/backend/native/install.ts'
import { pinsOf } from '../run/backend/native/pins.ts'
import { pickBackend } from '../run/backend/pick.ts'
import { cacheFolder } from '../run/sandbox/index.ts'
import { interruption } from './interruption.ts'
import { partProgress } from './progress.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

/** `gradus native install`: TensorFlow's own library as a backend, built for this machine. */
export async function nativeInstallCommand(
  { gpu }: { readonly gpu?: true | undefined },
  world: World,
): Promise<ExitStatus> {
  const device = gpu === true ? 'gpu' : 'cpu'
  const startedAt = world.now()
  const cache = cacheFolder()
  const bar = partProgress(world.stderr)
  const { signal, release } = interruption()
  try {
    const { folder, tensorflow, fresh } = await installNative({
      pins: pinsOf(device, process.arch),
      cache,
      env: world.env,
      signal,
      progress: (part, what) => bar.show(part, what),
    })
    bar.end()
    if (!fresh) {
      world.stdout.write(`TensorFlow ${tensorflow} is there already: ${folder}\n`)
      return EXIT.done
    }
    const seconds = Math.round((world.now().getTime() - startedAt.getTime()) / 1000)
    world.stdout.write(`TensorFlow ${tensorflow} installed in ${seconds} s: ${folder}\n`)
    await tryIt(device, cache, world)
    return EXIT.done
  } finally {
    bar.end()
    release()
  }
}

/** Builds what submissions run on: that trains a step, as they will. */
async function tryIt(device: 'cpu' | 'gpu', cache: string, world: World): Promise<void> {
  const candidates = availableBackends(surroundings(cache))
  const [candidate] = candidates.filter((one) => one.id === 'tensorflow' && one.device === device)
  if (candidate !== undefined && !candidate.usable) {
    world.stdout.write(`It cannot be used here: ${candidate.why}.\n`)
    return
  }
  await pickBackend({ asked: 'tensorflow', prefer: [], available: candidate ? [candidate] : [] })
  world.stdout.write('It trains. Labs that prefer it use it; --backend tensorflow asks for it.\n')
}

/** `gradus native remove`: takes all of it away again. */
export async function nativeRemoveCommand(world: World): Promise<ExitStatus> {
  const removed = await removeNative(cacheFolder())
  const text = removed.length === 0 ? 'Nothing was installed.' : `Removed ${removed.join(', ')}.`
  world.stdout.write(`${text}\n`)
  return EXIT.done
}
