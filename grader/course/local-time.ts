import { Temporal } from 'temporal-polyfill'

/** `2026-10-05 23:59` as `2026-10-05T23:59:00`; null for a day or hour that no calendar has. */
export function localTime(text: string): string | null {
  try {
    const time = Temporal.PlainDateTime.from(text.replace(' ', 'T'), { overflow: 'reject' })
    return time.toString({ smallestUnit: 'second' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** `2026-10-05`, or null for a day that no calendar has. */
export function localDate(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const time = localTime(`${text}T00:00`)
  return time === null ? null : text
}

/** The time that clocks show instead of a local time that they skip; null for one that they do show. */
export function instead(time: string, timeZone: string): string | null {
  const plain = Temporal.PlainDateTime.from(time)
  const shown = plain.toZonedDateTime(timeZone, { disambiguation: 'later' }).toPlainDateTime()
  if (Temporal.PlainDateTime.compare(plain, shown) === 0) return null
  return shown.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

/** Whether a name is an area and city of the tz database, or UTC; abbreviations keep no summer time. */
export function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !name.includes('/')) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
