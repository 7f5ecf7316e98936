import { benchGrading } from './grading.ts'

const world = {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
}

const [name = 'grading'] = process.argv.slice(2)
if (name === 'grading') {
  await benchGrading(world)
} else {
  process.stderr.write(`There is no benchmark "${name}"; there is: grading.\n`)
  process.exitCode = 2
}
