const stop = new Set(
  'the and for with that this from have has was were are not our but you your they their its into who what when how can will all any one two per des der die das und mit von für ein eine'.split(
    ' ',
  ),
)

/** The words that carry what a text is about, each once, without capitals and endings of the plural. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
      .filter((word) => !stop.has(word))
      .map((word) => (word.length > 4 ? word.replace(/s$/, '') : word)),
  ),
]

/** The words two texts share, in the order of the first. */
export const sharedWords = (a: string, b: string): string[] => {
  const others = new Set(wordsOf(b))
  return wordsOf(a).filter((word) => others.has(word))
}

/** How alike two texts are, 0 to 1: shared words by the words of the shorter one; a single shared word of many is none. */
export function likeness(a: string, b: string): number {
  const least = Math.min(wordsOf(a).length, wordsOf(b).length)
  const shared = sharedWords(a, b).length
  return least === 0 || (shared < 2 && least > 2) ? 0 : shared / least
}
