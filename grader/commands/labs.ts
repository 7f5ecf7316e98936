import { calibrationNames } from '../calibrate/record.ts'
import { readLabs } from '../catalog/index.ts'
import type { Lab, Language } from '../model/lab.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface LabsOptions {
  readonly root: string
  readonly json?: true | undefined
  readonly lang: Language
}

/** `gradus labs`: every lab with its tasks and points. */
export async function labsCommand(
  { root, json, lang }: LabsOptions,
  world: World,
): Promise<ExitStatus> {
  const labs = await readLabs(root)
  if (json === true)
    world.stdout.write(
      `${JSON.stringify(
        labs.map((lab) => summary(root, lab)),
        null,
        2,
      )}\n`,
    )
  else
    world.stdout.write(
      labs.length === 0 ? NONE[lang] : labs.map((lab) => text(root, lab, lang)).join('\n'),
    )
  return EXIT.done
}

const NONE: Readonly<Record<Language, string>> = {
  en: 'There are no labs yet. Make one with: gradus new ID\n',
  es: 'Todavía no hay prácticas. Crea una con: gradus new ID\n',
}

const POINTS: Readonly<Record<Language, string>> = { en: 'points', es: 'puntos' }

const CALIBRATED: Readonly<Record<Language, string>> = {
  en: 'Thresholds calibrated on',
  es: 'Umbrales calibrados en',
}

function text(root: string, lab: Lab, language: Language): string {
  const width = Math.max(...lab.tasks.map(({ id }) => id.length))
  const digits = Math.max(...lab.tasks.map(({ points }) => String(points).length))
  const rows = lab.tasks.map(({ id, title, points }) => {
    return `  ${id.padEnd(width)}  ${String(points).padStart(digits)}  ${title[language]}\n`
  })
  const names = calibrationNames(root, lab.id).join(', ')
  const calibrated = names === '' ? '' : `  ${CALIBRATED[language]}: ${names}\n`
  const head = `${lab.id}: ${lab.title[language]}, ${total(lab)} ${POINTS[language]}\n`
  return `${head}${rows.join('')}${calibrated}`
}

function summary(root: string, lab: Lab) {
  const { id, version, title, tasks } = lab
  return {
    id,
    version,
    title,
    points: total(lab),
    calibrations: calibrationNames(root, id),
    tasks: tasks.map((task) => ({
      id: task.id,
      title: task.title,
      points: task.points,
      checks: task.checks.map(({ id: check, visibility, points }) => {
        return { id: check, visibility, points }
      }),
    })),
  }
}

function total({ tasks }: Lab): number {
  return tasks.reduce((sum, { points }) => sum + points, 0)
}
