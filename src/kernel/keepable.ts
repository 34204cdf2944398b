/**
 * Where an input holds a text that no store keeps, as a path of names, or null: a NUL character, or half of a character
 * that takes two. Streams and other values that are no data are passed over.
 */
export function unkeepable(input: unknown, path: string[] = []): string[] | null {
  if (typeof input === 'string') return broken.test(input) ? path : null
  if (Array.isArray(input)) {
    for (const [at, one] of input.entries()) {
      const found = unkeepable(one, [...path, String(at)])
      if (found) return found
    }
    return null
  }
  if (input === null || typeof input !== 'object' || Object.getPrototypeOf(input) !== Object.prototype)
    return null
  for (const [name, one] of Object.entries(input)) {
    const found = broken.test(name) ? path : unkeepable(one, [...path, name])
    if (found) return found
  }
  return null
}

const broken = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
