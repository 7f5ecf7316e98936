import { fileURLToPath } from 'node:url'
import { InvalidArgumentError } from '@commander-js/extra-typings'
import { BACKENDS, type BackendId } from '../../model/backend.ts'
import type { Language } from '../../model/lab.ts'
import { GRADEBOOK_FORMATS, type GradebookFormat } from '../gradebook-tables.ts'

/** What several verbs take: defaults, words of help, and readers of values. */

export const DEFAULT_LANGUAGE: Language = 'en'

/** This repository, whose labs are graded where no other is named. */
export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

export const BACKEND_HELP = `compute on this one only: ${BACKENDS.join(', ')}; by default the best that is there`

export const DATA_HELP = "data set to train on, of those in lab.yaml; by default the lab's first"

export function language(text: string): Language {
  if (text === 'en' || text === 'es') return text
  throw new InvalidArgumentError('There are en and es.')
}

export function number(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new InvalidArgumentError('It must be a number.')
  }
  return value
}

export function count(text: string): number {
  const value = number(text)
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError('It must be a whole number from 1.')
  }
  return value
}

export function rung(text: string): 'A' | 'B' {
  if (text === 'A' || text === 'B') return text
  throw new InvalidArgumentError('There are A and B.')
}

export function backend(text: string): BackendId | 'auto' {
  const found = BACKENDS.find((id) => id === text)
  if (found !== undefined) return found
  if (text === 'auto') return text
  throw new InvalidArgumentError(`There are auto, ${BACKENDS.join(', ')}.`)
}

export function gradebookFormat(text: string): GradebookFormat {
  const found = GRADEBOOK_FORMATS.find((format) => format === text)
  if (found !== undefined) return found
  throw new InvalidArgumentError(`There are ${GRADEBOOK_FORMATS.join(', ')}.`)
}
