const [k1, b] = [1.2, 0.75]

/** How much a word tells: rare ones much, those in every text next to nothing. Lucene’s, never below 0. */
export const idf = (texts: number, having: number): number =>
  Math.log(1 + (texts - having + 0.5) / (having + 0.5))

/** What one word adds to the score of a text of `length` words in which it stands `times` times. */
const weight = (times: number, length: number, average: number): number =>
  (times * (k1 + 1)) / (times + k1 * (1 - b + (b * length) / average))

export type Hit = { id: string; score: number }

/** How often each word stands in a text. */
export function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The rarest words of a question, which decide; a long one is not followed to its last. */
const mostAsked = 40

type Indexed = { id: string; length: number; counts: ReadonlyMap<string, number> }

/**
 * Texts by the words they have, ranked by Okapi BM25, extended and shrunk text by text. Source: S. Robertson &
 * H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); idf as in Apache Lucene.
 */
export class Bm25Index {
  readonly #places = new Map<string, number>()
  readonly #texts: (Indexed | undefined)[] = []
  readonly #free: number[] = []
  readonly #postings = new Map<string, Map<number, number>>()
  #words = 0

  get size(): number {
    return this.#places.size
  }

  /** An id that is known already is replaced. */
  add(id: string, words: readonly string[]): void {
    this.remove(id)
    const place = this.#free.pop() ?? this.#texts.length
    const counts = countsOf(words)
    this.#places.set(id, place)
    this.#texts[place] = { id, length: words.length, counts }
    this.#words += words.length
    for (const [word, times] of counts) {
      const posting = this.#postings.get(word)
      if (posting) posting.set(place, times)
      else this.#postings.set(word, new Map([[place, times]]))
    }
  }

  remove(id: string): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    const { counts, length } = this.#texts[place]!
    for (const word of counts.keys()) {
      const posting = this.#postings.get(word)!
      posting.delete(place)
      if (posting.size === 0) this.#postings.delete(word)
    }
    this.#words -= length
    this.#texts[place] = undefined
    this.#places.delete(id)
    this.#free.push(place)
  }

  idf(word: string): number {
    return idf(this.size, this.#postings.get(word)?.size ?? 0)
  }

  countsOf(id: string): ReadonlyMap<string, number> {
    return this.#texts[this.#places.get(id) ?? -1]?.counts ?? new Map()
  }

  /** The texts that have at least one of the words, the best first. */
  search(words: readonly string[], most = 20): Hit[] {
    const scores = new Float64Array(this.#texts.length)
    const average = this.#words / Math.max(1, this.size)
    for (const word of this.#asked(words)) {
      const rarity = this.idf(word)
      for (const [place, times] of this.#postings.get(word)!)
        scores[place]! += rarity * weight(times, this.#texts[place]!.length, average)
    }
    return best(scores, most).map((place) => ({ id: this.#texts[place]!.id, score: scores[place]! }))
  }

  /** What a text of just these words would score: the measure of a full match. */
  fullScore(words: readonly string[]): number {
    const [counts, average] = [countsOf(words), this.#words / Math.max(1, this.size)]
    return this.#asked(words).reduce(
      (sum, word) => sum + this.idf(word) * weight(counts.get(word)!, words.length, average),
      0,
    )
  }

  #asked(words: readonly string[]): string[] {
    return [...new Set(words)]
      .filter((word) => this.#postings.has(word))
      .sort((a, c) => this.#postings.get(a)!.size - this.#postings.get(c)!.size)
      .slice(0, mostAsked)
  }
}

/** The places of the greatest scores above 0, the greatest first, the earlier place first where equal. */
function best(scores: Float64Array, most: number): number[] {
  const places: number[] = []
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place]!
    if (score <= 0 || (places.length === most && score <= scores[places.at(-1)!]!)) continue
    const at = places.findIndex((other) => scores[other]! < score)
    places.splice(at < 0 ? places.length : at, 0, place)
    if (places.length > most) places.pop()
  }
  return places
}
