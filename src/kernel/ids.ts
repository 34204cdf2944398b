import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A sortable identifier with a prefix that says what it names: `imp_01jf…` (10 characters of time, 12 of chance).
 * `at` is milliseconds since 1970.
 */
export function newId(prefix: string, at: number): string {
  let time = ''
  for (let rest = at, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time
  const chance = Array.from(randomBytes(12), (byte) => alphabet[byte % 32]).join('')
  return `${prefix}_${time}${chance}`
}

/** A secret fit for a link or a key: 32 characters of chance. */
export const newSecret = (): string => Array.from(randomBytes(32), (byte) => alphabet[byte % 32]).join('')
