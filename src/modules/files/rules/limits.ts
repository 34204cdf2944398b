/** How many days a removed file can be put back. */
export const keptDays = 30
/** How many hours a file handed in without an account waits for its record. */
export const draftHours = 24
export const draftFiles = 10

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** A size as people read it: `2.4 MB`. */
export function sized(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : Number(value.toFixed(1))} ${units[unit]}`
}

export function whyNotThisLarge(name: string, bytes: number, most: number): string | null {
  if (bytes === 0) return `${name} is empty. Choose the file once it has been written whole.`
  return bytes > most
    ? `${name} is larger than ${sized(most)}, the most for one file here. Make it smaller, or link to where it lies.`
    : null
}

/** Bytes that are here already count once. */
export function whyNoRoom(bytes: number, used: number, quota: number): string | null {
  if (used + bytes <= quota) return null
  const left = Math.max(0, quota - used)
  return `All files here may take ${sized(quota)}; ${sized(left)} are left and this one has ${sized(bytes)}. Remove files that nobody needs, or ask whoever keeps the installation for more room.`
}

type Standing = { version: number; removed_at: Date | null }

/** Two people at once: the second is told. */
export function whyNotChange({ version, removed_at }: Standing, name: string, seen: number): string | null {
  if (removed_at) return `${name} was removed meanwhile. Put it back first.`
  return version === seen
    ? null
    : `Somebody changed ${name} since you opened this page. Look at what is new, and repeat your change if it is still wanted.`
}

export const whyNotRestore = ({ removed_at }: Standing, name: string): string | null =>
  removed_at ? null : `${name} is here already.`

/** Files without an account take no more than a tenth of the room, so that nobody outside can fill it. */
export function whyNoMoreDrafts(inThis: number, waiting: number, quota: number): string | null {
  if (inThis >= draftFiles)
    return `${draftFiles} files are the most here. Take one out first, or hand in one archive.`
  return waiting >= quota / 10
    ? 'Too many files wait to be looked at just now. Send your words without them, and add them tomorrow.'
    : null
}
