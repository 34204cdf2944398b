/** Minutes as people say them: 90 is “1 h 30 min”. */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

const shape = /^(?:(\d+(?:[.,]\d+)?)\s*d)?\s*(?:(\d+(?:[.,]\d+)?)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?$/i
const numberOf = (text: string | undefined) => Number((text ?? '0').replace(',', '.'))

/** Minutes of “2”, “1.5 h”, “1 h 30 min”, “2d” (a day has 8 hours); null for nothing. Throws with a sentence. */
export function minutesOf(words: string): number | null {
  const said = words.trim()
  if (said === '') return null
  const found = shape.exec(/^[\d.,]+$/.test(said) ? `${said} h` : said)
  if (!found) throw new Error(`“${said.slice(0, 40)}” is no time. Write it like 2 h, 1 h 30 min or 1 d.`)
  return Math.round(numberOf(found[1]) * 480 + numberOf(found[2]) * 60 + numberOf(found[3]))
}
