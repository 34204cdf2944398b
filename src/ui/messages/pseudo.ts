const accents: Record<string, string> = { a: 'à', e: 'é', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', y: 'ÿ' }

/** Accents and lengthens the words, leaves the holes alone: text that escaped translation shows at once. */
export function pseudo(text: string): string {
  const spoken = text
    .split(/(\{[^{}]*\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[aeioucny]/g, (c) => accents[c] ?? c)))
    .join('')
  return `⟦${spoken}${'·'.repeat(Math.ceil(text.length / 4))}⟧`
}
