import { resolve } from 'node:path'
import { type GradePlanOptions, gradePlanned } from './pulls/grade-plan.ts'
import { readPlan, shardOf } from './pulls/read-plan.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface GradePlanCommandOptions extends GradePlanOptions {
  readonly plan: string
  readonly shard?: string | undefined
  readonly results: string
}

/** `gradus grade --plan`: grades a part of a plan, and writes a result for each pull request. */
export async function gradePlanCommand(
  { plan, shard, results, ...options }: GradePlanCommandOptions,
  world: World,
): Promise<ExitStatus> {
  const pulls = shardOf(readPlan(resolve(world.cwd, plan)).pulls, shard)
  await gradePlanned(pulls, resolve(world.cwd, results), options, world)
  world.stderr.write(`${pulls.length} results in ${results}\n`)
  return EXIT.done
}
