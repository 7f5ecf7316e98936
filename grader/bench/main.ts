import { main as benchBackends } from './backends.ts'
import { benchGrading } from './grading.ts'
import { benchTraining } from './training.ts'

const world = {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  exit: (status: number) => process.exit(status),
}

const [name = 'grading', ...args] = process.argv.slice(2)
if (name === 'grading') {
  await benchGrading(world)
} else if (name === 'backends') {
  await benchBackends(world, args)
} else if (name === 'training') {
  await benchTraining(world)
} else {
  process.stderr.write(`There is no benchmark "${name}"; there are: grading, backends, training.\n`)
  process.exitCode = 2
}
