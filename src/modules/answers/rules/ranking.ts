import { Bm25Index, similar, type Text, telling, wordsOf } from '../../../methods/text/index.ts'

type Ranked = { id: string; score: number }

/** Words as short as a question need less in common than two long texts to be about the same. */
const threshold = 0.25
const most = 20

/** Texts that are like what somebody asks: by their titles, or with all that they say. The most alike first. */
export function resembling(typed: string, texts: readonly Text[]): Ranked[] {
  const asked = { title: typed, body: '' }
  const options = { threshold, most }
  const best = new Map<string, number>()
  const byTitle = texts.map(({ id, title }) => ({ id, title, body: '' }))
  for (const { id, score } of [...similar(asked, byTitle, options), ...similar(asked, texts, options)])
    best.set(id, Math.max(score, best.get(id) ?? 0))
  return [...best].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score)
}

/** Texts that hold what is searched for, by BM25; what a title says counts double. */
export function found(typed: string, texts: readonly Text[], limit: number): Ranked[] {
  const index = new Bm25Index()
  for (const { id, title, body } of texts) index.add(id, telling(wordsOf(`${title}\n${title}\n${body}`)))
  return index.search(telling(wordsOf(typed)), limit)
}
