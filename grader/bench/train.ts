import * as tf from '@tensorflow/tfjs'
import { isWorkloadName, type Step, workloads } from './workloads.ts'

/** The same file runs in the sandbox, as a submission, and in a bare script. */
let step: Step | null = null
let prepared = ''

/** Trains a workload for some steps, each on one batch of 32; gives the last loss. */
export async function train(workload: string, steps: number): Promise<number> {
  if (!isWorkloadName(workload)) throw new RangeError(`no workload "${workload}"`)
  if (step === null || prepared !== workload) {
    step = workloads[workload].prepare(tf)
    prepared = workload
  }
  let loss = Number.NaN
  for (let i = 0; i < steps; i++) loss = await step()
  return loss
}
