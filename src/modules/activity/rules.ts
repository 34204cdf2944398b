/** Fill the braces of an event's words from its payload: `closed {period}` → `closed 2026-Q1`. */
export function sentenceOf(words: string, payload: Record<string, unknown>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => inWords(payload[name]))
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}
