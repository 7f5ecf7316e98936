import { chooseRung } from '../commands/rung.ts'
import { InputError } from '../model/issue.ts'
import { main as benchBackends } from './backends.ts'
import { benchGrading } from './grading.ts'
import { benchLabs } from './labs.ts'
import { benchPets } from './pets.ts'
import { benchTraining } from './training.ts'
import { benchTransfer } from './transfer.ts'

const world = {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  exit: (status: number) => process.exit(status),
}

const [name = 'grading', ...args] = process.argv.slice(2)
try {
  await bench(name)
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function bench(name: string): Promise<void> {
  if (name === 'grading') {
    await chooseRung()
    await benchGrading(world)
  } else if (name === 'backends') {
    await benchBackends(world, args)
  } else if (name === 'training') {
    await benchTraining(world)
  } else if (name === 'labs') {
    await benchLabs(world, args)
  } else if (name === 'pets') {
    await benchPets(world, args)
  } else if (name === 'transfer') {
    await benchTransfer(world, args)
  } else {
    const known = 'grading, backends, training, labs, pets, transfer'
    process.stderr.write(`There is no benchmark "${name}"; there are: ${known}.\n`)
    process.exitCode = 2
  }
}
