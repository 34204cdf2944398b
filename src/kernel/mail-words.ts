// Controls, but for tab and line ends.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
// What turns the direction of writing around, or has no width.
const turning = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const longest = 100_000

const seen = (text: string): string =>
  text.replace(halves, '\ufffd').replace(controls, '').replace(turning, '')

const cut = (text: string, most: number): string =>
  text.length > most ? `${seen(text.slice(0, most - 1))}…` : text

/** A header as one line of at most `most` letters, without what nobody sees. */
export const oneLine = (text: string, most: number): string =>
  cut(seen(text).replaceAll(/\s+/g, ' ').trim(), most)

/** A text in paragraphs, without what nobody sees; one beyond 100,000 letters is cut, and says so in `notes`. */
export function plainText(text: string, notes: string[]): string {
  const lines = seen(text.slice(0, 4 * longest))
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+$/gm, '')
  const plain = lines.replaceAll(/\n{3,}/g, '\n\n').trim()
  if (plain.length <= longest && text.length <= 4 * longest) return plain
  notes.push(`The text was longer than ${longest.toLocaleString('en')} letters; the rest was left out.`)
  return cut(plain, longest)
}

/** The last part of a path, without what a file’s name must not hold; another number where it is taken. */
export function fileName(given: string | null, type: string, taken: ReadonlySet<string>): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? ''
  const plain = oneLine(last, 200)
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  const named = plain === '' ? (type === 'message/rfc822' ? 'message.eml' : 'attachment') : plain
  const dot = named.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [named.slice(0, dot), named.slice(dot)] : [named, '']
  const short = `${stem.slice(0, 100)}${ending.slice(0, 20)}`
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? short : `${stem.slice(0, 100)} (${n})${ending.slice(0, 20)}`
    if (!taken.has(name)) return name
  }
}
