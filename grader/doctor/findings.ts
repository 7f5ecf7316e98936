import type { Candidate } from '../run/backend/choose.ts'
import { nameOf } from '../run/backend/choose.ts'
import { MEND_PACKAGES } from '../run/sandbox/index.ts'
import { type Finding, ill, spare, well } from './finding.ts'

/** What a machine is like: plain data, gathered by facts.ts. */
export interface Facts {
  readonly node: string
  /** Version of git; null where it is not installed. */
  readonly git: string | null
  readonly rungs: readonly Rung[]
  readonly backends: readonly Candidate[]
  /** Names of device files of graphics cards; null where there are none. */
  readonly cards: readonly string[] | null
  /** Bytes. */
  readonly memory: { readonly total: number; readonly free: number }
  readonly disks: readonly { readonly folder: string; readonly free: number }[]
  readonly packages: readonly PackageFact[]
  /** Of GRADUS_DATA. */
  readonly data: Data
}

export interface Rung {
  readonly rung: 'A' | 'B'
  readonly usable: boolean
  readonly why: string
  readonly next: string | null
}

/** What labs let their submissions import besides TensorFlow.js. */
export interface PackageFact {
  readonly name: string
  /** Why it does not work here; null where it does. */
  readonly problem: string | null
  /** Ids of the labs that list it. */
  readonly labs: readonly string[]
}

export type Data =
  | { readonly kind: 'unset' }
  | { readonly kind: 'missing'; readonly folder: string }
  | { readonly kind: 'there'; readonly folder: string; readonly sets: readonly string[] }

/** A sandbox of 2 GB, the judge beside it, and room to spare. */
const ENOUGH_MEMORY = 3e9
const ENOUGH_DISK = 1e9

const INSTALL = 'gradus doctor --install'

/** Every line of the doctor, in order. */
export function findingsOf(facts: Facts): Finding[] {
  return [
    well('node', facts.node),
    ...facts.rungs.map((rung) => rungFinding(rung, facts.rungs)),
    ...facts.backends.map((candidate) => backendFinding(candidate, facts)),
    gpuFinding(facts),
    ...facts.packages.map(packageFinding),
    gitFinding(facts),
    memoryFinding(facts),
    ...facts.disks.map(diskFinding),
    dataFinding(facts.data),
  ]
}

/** Whether hidden checks can be run. */
export function canGrade({ rungs }: Facts): boolean {
  return rungs.some(({ usable }) => usable)
}

/** One rung is enough: the other is no illness then. */
function rungFinding({ rung, usable, why, next }: Rung, all: readonly Rung[]): Finding {
  const name = `sandbox ${rung}`
  if (usable) return well(name, why)
  if (all.some((other) => other.usable)) return spare(name, `${why}; the other one is enough`)
  return ill(name, `${why}: hidden checks cannot be run`, next ?? `Try: ${INSTALL}`)
}

function backendFinding(candidate: Candidate, { cards }: Facts): Finding {
  const name = nameOf(candidate)
  const { usable, version, why, next, device, id } = candidate
  if (!usable) {
    const isDamaged = /damaged|another build|not whole|does not load/.test(why)
    if (isDamaged) return ill(name, why, next ?? INSTALL)
    return spare(name, why, device === 'gpu' && cards === null ? null : next)
  }
  const untried = id === 'tensorflow' && device === 'gpu' ? `; ${UNTRIED}` : ''
  return well(name, `${version}, ${why}${untried}`)
}

const UNTRIED = 'not tried on a graphics card by those who wrote it, for want of one'

function gpuFinding({ cards }: Facts): Finding {
  if (cards === null) return spare('gpu', 'no NVIDIA graphics card is seen; none is needed')
  return well('gpu', cards.join(' '))
}

function packageFinding({ name, problem, labs }: PackageFact): Finding {
  const needed = labs.length === 0 ? 'no lab here needs it' : `for ${labs.join(' ')}`
  if (problem === null) return well(name, `it loads; ${needed}`)
  if (labs.length === 0) return spare(name, `${problem}; ${needed}`, MEND_PACKAGES)
  return ill(
    name,
    `${problem}; without it these labs cannot be graded: ${labs.join(' ')}`,
    MEND_PACKAGES,
  )
}

function gitFinding({ git }: Facts): Finding {
  if (git !== null) return well('git', git)
  const why = 'not installed: submissions in repositories cannot be fetched, folders can'
  return ill('git', why, `Install it: sudo apt-get install git, or ${INSTALL}`)
}

function memoryFinding({ memory: { total, free } }: Facts): Finding {
  const what = `${gigabytes(free)} of ${gigabytes(total)} free`
  if (free >= ENOUGH_MEMORY) return well('memory', what)
  const next = 'Close other programs, or lower limits.memory-mb in lab.yaml.'
  return ill('memory', `${what}; a sandbox may use 2 GB`, next)
}

function diskFinding({ folder, free }: Facts['disks'][number]): Finding {
  const what = `${gigabytes(free)} free in ${folder}`
  if (free >= ENOUGH_DISK) return well('disk', what)
  return ill('disk', what, `Remove something: du -sh ${folder}/*`)
}

function dataFinding(data: Data): Finding {
  if (data.kind === 'unset') {
    const next = 'For labs that need one: export GRADUS_DATA=FOLDER'
    return spare('data', 'GRADUS_DATA is not set: no data sets beside those in packages', next)
  }
  if (data.kind === 'missing') {
    const next = 'Set it to the folder that holds the data sets: export GRADUS_DATA=FOLDER'
    return ill('data', `there is no folder ${data.folder}, which GRADUS_DATA names`, next)
  }
  const sets = data.sets.length === 0 ? 'it is empty' : data.sets.join(' ')
  return well('data', `${data.folder}: ${sets}`)
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}
