import { main as benchBackends } from './backends.ts'
import { benchGrading } from './grading.ts'

const world = {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
}

const [name = 'grading', ...args] = process.argv.slice(2)
if (name === 'grading') {
  await benchGrading(world)
} else if (name === 'backends') {
  await benchBackends(world, args)
} else {
  process.stderr.write(`There is no benchmark "${name}"; there are: grading, backends.\n`)
  process.exitCode = 2
}
