import { measured } from '../model/value-json.ts'
import { currentFrame } from './frame.ts'

/**
 * Records a quantity: an accuracy, a count, a time. lab.yaml says what it is worth; nothing is judged here.
 * Called more than once (one seed each), every value is kept.
 */
export function measure(name: string, value: number): void {
  const { measurements } = currentFrame()
  measurements.set(name, [...(measurements.get(name) ?? []), measured(value)])
}

/**
 * Names a misconception of the running task when measured evidence shows it: for mistakes that outputs
 * alone cannot tell. The report shows the sentence that lab.yaml has for `misconception`.
 */
export function diagnose(misconception: string, condition: boolean): void {
  const { task, diagnosed, settings } = currentFrame()
  if (!task.misconceptions.some(({ id }) => id === misconception)) {
    // A student's machine knows of no misconceptions.
    if (settings.misconceptionsDir === null) return
    const known = task.misconceptions.map(({ id }) => id).join(', ') || 'none'
    throw new Error(
      `Task "${task.id}" has no misconception "${misconception}"; there are: ${known}.`,
    )
  }
  if (condition) diagnosed.add(misconception)
}
