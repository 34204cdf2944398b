/** Of what was found for other words, that which these words name as well: shown until the answer is there. */
export function stillFound<H extends { title: string }>(hits: H[], words: string | null): H[] {
  const asked = (words ?? '').toLowerCase()
  return hits.filter(({ title }) => title.toLowerCase().includes(asked))
}

/** What is looked for, on one line and without control characters; null where that is too little to go by. */
export function askedFor(words: string): string | null {
  const said = words.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  return said.length < 2 ? null : said
}
