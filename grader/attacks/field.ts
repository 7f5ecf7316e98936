import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Layer } from '../run/sandbox/index.ts'
import { escapes, toldBy } from './contained.ts'
import { type Attack, LAB } from './corpus.ts'
import { Grader } from './grader.ts'
import { layGround, removeAll } from './ground.ts'
import { openListeners } from './listeners.ts'
import { honestTo, place } from './place.ts'

export interface Result {
  readonly attack: Attack
  /** Why it is not contained; empty when it is. */
  readonly escapes: readonly string[]
  /** The submission's own words on how it went. */
  readonly told: string
  readonly points: number | null
  readonly seconds: number
}

/** Runs attacks, one after the other, against one grader that stays up between them, as in a class. */
export interface Field {
  run(attack: Attack): Promise<Result>
  close(): void
}

export async function openField(rung: 'A' | 'B', without: readonly Layer[] = []): Promise<Field> {
  const listeners = await openListeners()
  const ground = layGround(listeners.port)
  const { root, cwd, env, marker, canaries, input } = ground
  await listeners.at(ground.words['socket'] ?? '', marker)
  const grader = new Grader({ root, rung, without, cwd, env, marker })
  const honest = (lab: string) => join(ground.folder, `honest-${lab}`)
  const warm = new Set<string>()

  /** What the grader makes once for a lab, on its first submission, is not left by an attack. */
  async function warmUp(lab: string): Promise<void> {
    if (warm.has(lab)) return
    cpSync(honestTo(lab), join(honest(lab), 'src'), { recursive: true })
    const { answer, printed } = await grader.grade(honest(lab), lab)
    if (answer?.kind !== 'graded' || answer.card.points !== answer.card.maxPoints) {
      const card = answer?.kind === 'graded' ? answer.card.tasks : answer
      throw new Error(`An honest submission fails: ${JSON.stringify(card)}\n${printed}`)
    }
    ground.settle()
    warm.add(lab)
  }
  await warmUp(LAB)

  return {
    async run(attack) {
      await warmUp(attack.lab)
      const started = Date.now()
      const folder = join(ground.folder, 'submissions', 'attack')
      removeAll(folder)
      place(attack, folder, ground.words)
      listeners.visits()
      const seen = await grader.grade(folder, attack.lab)
      const files = ground.litter()
      const after = await grader.grade(honest(attack.lab), attack.lab)
      const next = after.answer?.kind === 'graded' ? after.answer.card : { points: 0, maxPoints: 1 }
      const visits = listeners.visits()
      const evidence = { seen, files, visits, canaries, input, next }
      const { answer } = seen
      return {
        attack,
        escapes: escapes(attack, evidence),
        told: toldBy(seen),
        points: answer?.kind === 'graded' ? answer.card.points : null,
        seconds: (Date.now() - started) / 1000,
      }
    },
    close() {
      grader.stop()
      listeners.close()
      ground.remove()
    },
  }
}
