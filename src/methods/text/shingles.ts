/**
 * Every run of three words, each once, in order; of a shorter text, all of it. Source: A. Broder, "On the resemblance and
 * containment of documents" (1997).
 */
export function shinglesOf(words: readonly string[], size = 3): Set<string> {
  if (words.length === 0) return new Set()
  const runs = Math.max(1, words.length - size + 1)
  return new Set(Array.from({ length: runs }, (_, at) => words.slice(at, at + size).join(' ')))
}

/** What two sets share ÷ what either has, 0 to 1; 0 of two empty ones. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size > b.size) return jaccard(b, a)
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}
