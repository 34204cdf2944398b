/** What is looked for, on one line and without control characters; null where that is too little to go by. */
export function askedFor(words: string): string | null {
  const said = words.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  return said.length < 2 ? null : said
}
