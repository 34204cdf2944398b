/** Words so common in English that two texts which share them share nothing. */
const stopWords = new Set(
  `a an and are as at be been but by can do for from had has have he her his how i if in into is it its me my no not of
   on or our she so some than that the their them then there they this to up us was we were what when which who will
   with would you your`.split(/\s+/),
)

const mostCharacters = 20_000
const mostWords = 2_000
const mostInWord = 64
const run = /[\p{L}\p{M}\p{N}]+/gu
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u

/**
 * The words of a text in lower case and in order, of any script; where a script writes no spaces, pairs of its
 * characters. Only the beginning of a very long text is read: 20,000 characters, 2,000 words.
 */
export function wordsOf(text: string): string[] {
  const folded = text.slice(0, mostCharacters).normalize('NFKC').toLowerCase()
  const words = (folded.match(run) ?? [])
    .slice(0, mostWords)
    .flatMap((word) => (unspaced.test(word) ? pairsOf(word) : [word]))
  return words.slice(0, mostWords).map((word) => word.slice(0, mostInWord))
}

function pairsOf(word: string): string[] {
  const characters = [...word]
  return characters.length < 3 ? [word] : characters.slice(1).map((one, at) => `${characters[at]}${one}`)
}

/** Those that say something. */
export const telling = (words: readonly string[]): string[] => words.filter((word) => !stopWords.has(word))
