import stringWidth from 'string-width'
import type { Course, CourseLab, Due, Student } from '../model/course.ts'
import type { Language } from '../model/lab.ts'
import { visible } from '../report/visible.ts'
import type { StudentPlan } from './course.ts'

const WORDS = {
  en: {
    counts: {
      'last-on-time': 'the last push on time counts',
      best: 'the best push counts',
      'last-with-penalty': 'the last push counts, with its penalty',
    },
    late: (percent: number, days: number) =>
      `late: ${percent} % less for each day, at most ${days} ${days === 1 ? 'day' : 'days'}`,
    labs: (n: number) => (n === 1 ? '1 lab' : `${n} labs`),
    students: (n: number) => (n === 1 ? '1 student' : `${n} students`),
    joined: (n: number) => `${n} joined during the course`,
    dropped: (n: number) => `${n} dropped out`,
    zone: (zone: string) => `Times in ${zone}.`,
    grace: (minutes: number) => `${minutes} minutes of grace`,
    due: 'due',
    extension: 'extension',
    excused: { 'joined-later': 'not due: joined later', dropped: 'not due: dropped out' },
  },
  es: {
    counts: {
      'last-on-time': 'cuenta el último envío a tiempo',
      best: 'cuenta el mejor envío',
      'last-with-penalty': 'cuenta el último envío, con su penalización',
    },
    late: (percent: number, days: number) =>
      `tarde: un ${percent} % menos por cada día, ${days} ${days === 1 ? 'día' : 'días'} como mucho`,
    labs: (n: number) => (n === 1 ? '1 práctica' : `${n} prácticas`),
    students: (n: number) => (n === 1 ? '1 estudiante' : `${n} estudiantes`),
    joined: (n: number) => `${n} se incorporó durante el curso`,
    dropped: (n: number) => `${n} abandonó`,
    zone: (zone: string) => `Horas de ${zone}.`,
    grace: (minutes: number) => `${minutes} minutos de cortesía`,
    due: 'entrega',
    extension: 'prórroga',
    excused: { 'joined-later': 'sin entrega: llegó después', dropped: 'sin entrega: abandonó' },
  },
} as const

/** The labs, and below each the students for whom it is not due when it is for the others. */
export function courseText(
  course: Course,
  plans: readonly StudentPlan[],
  language: Language,
): string {
  const words = WORDS[language]
  const having = (status: Student['status']) =>
    plans.filter(({ student }) => student.status === status).length
  const counted = [
    words.labs(course.labs.length),
    words.students(plans.length),
    ...(having('joined') > 0 ? [words.joined(having('joined'))] : []),
    ...(having('dropped') > 0 ? [words.dropped(having('dropped'))] : []),
  ]
  const head = `${course.title[language]}: ${counted.join(', ')}. ${words.zone(course.timeZone)}\n`
  const labs = course.labs.map((lab, index) => {
    const line = `\n${lab.id}  ${words.due} ${moment(lab.due, language)}, ${rules(lab, language)}\n`
    const rows = plans.flatMap(({ student, labs: ofStudent }) => {
      const due = ofStudent[index]?.due
      const isUsual = due === undefined || (due.kind === 'due' && due.extension === null)
      return isUsual
        ? []
        : [[student.id, visible(student.name, { lines: 'join' }), dueText(due, language)]]
    })
    return line + table(rows)
  })
  return head + labs.join('')
}

/** What is due for one student, and where it is looked for. */
export function studentText(course: Course, plan: StudentPlan, language: Language): string {
  const { student, labs } = plan
  const name = `${student.id}  ${visible(student.name, { lines: 'join' })}  @${student.login}`
  const rows = labs.map(({ lab, due, repository }) => [
    lab.id,
    dueText(due, language),
    due.kind === 'due' ? repository : '',
  ])
  return `${name}. ${WORDS[language].zone(course.timeZone)}\n${table(rows)}`
}

function rules({ counts, late, graceMinutes }: CourseLab, language: Language): string {
  const words = WORDS[language]
  return [
    ...(graceMinutes > 0 ? [words.grace(graceMinutes)] : []),
    words.counts[counts],
    ...(late === null || counts === 'last-on-time'
      ? []
      : [words.late(late.percentPerDay, late.days)]),
  ].join('; ')
}

function dueText(due: Due, language: Language): string {
  const words = WORDS[language]
  if (due.kind === 'excused') return words.excused[due.why]
  const extension = due.extension === null ? '' : `  ${words.extension}`
  return `${moment(due.local, language)}${extension}`
}

/** `Mon 2026-10-05 23:59`, from a text that starts with local date and time. */
function moment(local: string, language: Language): string {
  const day = local.slice(0, 'YYYY-MM-DD'.length)
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  return `${weekday.format(new Date(`${day}T00:00:00Z`))} ${day} ${local.slice(11, 16)}`
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  )
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
  return rows.map((row) => `  ${line(row).join('  ').trimEnd()}\n`).join('')
}
