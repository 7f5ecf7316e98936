const MAX_LENGTH = 60

/** Whether a name can be that of a lab: it is also a folder, part of URLs and of import paths. */
export function isLabId(name: string): boolean {
  return name.length <= MAX_LENGTH && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
}
