const FILL = 0xff
const STUFFED = 0
const TEMPORARY = 1
const FIRST_RESTART = 0xd0
const START_OF_IMAGE = 0xd8
const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda

/**
 * How many times a JPEG goes over its pixels, by its markers (ITU T.81, annex B). A progressive one has about ten
 * scans; each costs a decoder the time of the whole picture, however few bytes it has.
 */
export function jpegScans(bytes: Uint8Array): number {
  let scans = 0
  let at = 2
  for (;;) {
    at = bytes.indexOf(FILL, at)
    const marker = at === -1 ? undefined : bytes[at + 1]
    if (marker === undefined || marker === END_OF_IMAGE) return scans
    if (marker === FILL) at += 1
    else if (isAlone(marker)) at += 2
    else {
      if (marker === START_OF_SCAN) scans += 1
      at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    }
  }
}

/** Without a length and a segment behind it; a stuffed zero is a byte of the scan. */
function isAlone(marker: number): boolean {
  if (marker === STUFFED || marker === TEMPORARY) return true
  return marker >= FIRST_RESTART && marker <= START_OF_IMAGE
}
