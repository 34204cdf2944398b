/**
 * Jaro similarity of two strings, 0 (nothing in common) to 1 (equal); compared by UTF-16 unit, case as given.
 * Source: M. A. Jaro, "Advances in record-linkage methodology", JASA 84 (1989) 414–420.
 */
export function jaro(a: string, b: string): number {
  if (a === b) return 1
  if (a === '' || b === '') return 0

  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const [inA, inB] = matches(a, b, reach)
  const common = inA.length
  if (common === 0) return 0

  const swapped = inA.filter((char, i) => char !== inB[i]).length / 2
  return (common / a.length + common / b.length + (common - swapped) / common) / 3
}

/**
 * Jaro–Winkler similarity, 0 to 1: Jaro raised by 0.1 per equal leading character, four at most.
 * Source: W. E. Winkler, "String comparator metrics and enhanced decision rules in the Fellegi–Sunter model of
 * record linkage", Proceedings of the Section on Survey Research Methods, ASA (1990) 354–359.
 */
export function jaroWinkler(a: string, b: string): number {
  const similarity = jaro(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1
  return similarity + prefix * 0.1 * (1 - similarity)
}

/** Characters of each string that the other has within reach, in their own order. */
function matches(a: string, b: string, reach: number): [string[], string[]] {
  const taken = new Array<boolean>(b.length).fill(false)
  const inA: string[] = []
  for (let i = 0; i < a.length; i += 1) {
    const end = Math.min(b.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j += 1) {
      if (taken[j] || a[i] !== b[j]) continue
      taken[j] = true
      inA.push(a[i]!)
      break
    }
  }
  return [inA, b.split('').filter((_, j) => taken[j])]
}
