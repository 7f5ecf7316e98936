import { contenders, isContenderName } from './contenders.ts'
import { isWorkloadName, type Step, workloads } from './workloads.ts'

/** A child process of the backend benchmark: one backend, and steps of any workload on request. */

export interface StepsRequest {
  readonly workload: string
  readonly steps: number
}

/** Milliseconds of each step and the last loss; or why there is none. */
export type StepsReply =
  | { readonly ms: readonly number[]; readonly loss: number }
  | { readonly why: string }

const [, , name = ''] = process.argv
if (!isContenderName(name)) throw new RangeError(`no backend ${name}`)
const starting = contenders[name].start()
// Reported in the reply to the first request.
starting.catch(() => {})
const prepared = new Map<string, Step>()

process.on('message', (request: StepsRequest) => {
  reply(request).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ why: firstLine(error) } satisfies StepsReply),
  )
})

async function reply({ workload, steps }: StepsRequest): Promise<StepsReply> {
  if (!isWorkloadName(workload)) throw new RangeError(`no workload ${workload}`)
  const step = prepared.get(workload) ?? workloads[workload].prepare(await starting)
  prepared.set(workload, step)
  const ms: number[] = []
  let loss = Number.NaN
  for (let index = 0; index < steps; index++) {
    const start = performance.now()
    loss = await step()
    ms.push(performance.now() - start)
  }
  return { ms, loss }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n', 1)[0] ?? text
}
