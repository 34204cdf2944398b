import { Bm25Index, countsOf } from './bm25.ts'
import { jaccard, shinglesOf } from './shingles.ts'
import { telling, wordsOf } from './words.ts'

/** A text with the title it goes by; what the title says counts twice. */
export type Text = { id: string; title: string; body: string }

/** `score` is 0 to 1, 1 of the same text; `reasons` say why, as in “same words: launch, webinar”. */
export type Similar = { id: string; score: number; reasons: string[] }

export type SimilarAsked = { threshold?: number; most?: number; except?: ReadonlySet<string> }

const usual = { threshold: 0.3, most: 5 }
const candidates = 20
const parts = { cosine: 0.6, phrases: 0.25, rank: 0.15 }
const almostSame = 0.8
const mostWordsNamed = 5

/** Texts that can be asked for those like another, extended and shrunk text by text. */
export class SimilarTexts {
  readonly #index = new Bm25Index()
  readonly #words = new Map<string, string[]>()

  get size(): number {
    return this.#index.size
  }

  /** An id that is known already is replaced. */
  add(text: Text): void {
    this.#words.set(text.id, wordsOf(`${text.title}\n${text.body}`))
    this.#index.add(text.id, weighed(text))
  }

  remove(id: string): void {
    this.#words.delete(id)
    this.#index.remove(id)
  }

  /**
   * Those like a text, the most alike first: of the 20 best by BM25, TF-IDF cosine, shared phrases of three words and
   * the BM25 score against that of the same text together.
   */
  like(text: Omit<Text, 'id'>, asked: SimilarAsked = {}): Similar[] {
    const { threshold, most } = { ...usual, ...asked }
    const words = weighed(text)
    const question = {
      counts: countsOf(words),
      shingles: shinglesOf(wordsOf(`${text.title}\n${text.body}`)),
      full: this.#index.fullScore(words),
    }
    return this.#index
      .search(words, candidates + (asked.except?.size ?? 0))
      .filter(({ id }) => !asked.except?.has(id))
      .map(({ id, score }) => this.#compared(id, score, question))
      .filter((one) => one.score >= threshold)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, most)
  }

  #compared(id: string, bm25: number, question: Question): Similar {
    const shingles = shinglesOf(this.#words.get(id)!)
    const phrases = jaccard(question.shingles, shingles)
    const cosine = this.#cosine(question.counts, this.#index.countsOf(id))
    const rank = question.full > 0 ? Math.min(1, bm25 / question.full) : 0
    const score = Math.min(1, parts.cosine * cosine + parts.phrases * phrases + parts.rank * rank)
    return { id, score, reasons: this.#reasons(id, question, shingles, phrases) }
  }

  #cosine(a: ReadonlyMap<string, number>, c: ReadonlyMap<string, number>): number {
    let dot = 0
    for (const [word, times] of a) {
      const other = c.get(word)
      if (other) dot += this.#tfIdf(word, times) * this.#tfIdf(word, other)
    }
    return dot === 0 ? 0 : Math.min(1, dot / (this.#length(a) * this.#length(c)))
  }

  #length(counts: ReadonlyMap<string, number>): number {
    let sum = 0
    for (const [word, times] of counts) sum += this.#tfIdf(word, times) ** 2
    return Math.sqrt(sum)
  }

  #tfIdf(word: string, times: number): number {
    return (1 + Math.log(times)) * this.#index.idf(word)
  }

  #reasons(id: string, question: Question, shingles: ReadonlySet<string>, phrases: number): string[] {
    const has = this.#index.countsOf(id)
    const words = [...question.counts.keys()]
      .filter((word) => has.has(word))
      .sort((a, c) => this.#index.idf(c) - this.#index.idf(a))
      .slice(0, mostWordsNamed)
    const phrase = [...question.shingles].find((one) => shingles.has(one))
    const reasons = words.length > 0 ? [`same words: ${words.join(', ')}`] : []
    if (phrases >= almostSame) return ['almost the same text', ...reasons]
    return phrase ? [`same phrase: “${phrase}”`, ...reasons] : reasons
  }
}

type Question = { counts: ReadonlyMap<string, number>; shingles: ReadonlySet<string>; full: number }

function weighed({ title, body }: Omit<Text, 'id'>): string[] {
  const titled = telling(wordsOf(title))
  return [...titled, ...titled, ...telling(wordsOf(body))]
}

/** Those of a few documents that are like a question; who asks often keeps a `SimilarTexts`. */
export function similar(
  query: Omit<Text, 'id'>,
  documents: readonly Text[],
  asked: SimilarAsked = {},
): Similar[] {
  const texts = new SimilarTexts()
  for (const one of documents) texts.add(one)
  return texts.like(query, asked)
}
