import { FileProblem } from './problem.ts'
import type { Limits } from './sheet.ts'

/** `array` is the key of the list an object stands in, '' for a list that is the whole file. Values are raw JSON. */
export type OnObject = (array: string, pairs: [string, string][]) => void

/**
 * Walks JSON text piece by piece without holding more than one object of a list, and hands over each object
 * as pairs of key and raw value. Throws FileProblem for text that is no JSON, with the number of the object.
 */
export class JsonWalker {
  #text = ''
  #array: string | null
  #objects = 0
  #started = false
  #outer = false

  constructor(
    format: 'json' | 'ndjson',
    private readonly file: string,
    private readonly limits: Limits,
    private readonly onObject: OnObject,
  ) {
    this.#array = format === 'ndjson' ? '' : null
  }

  push(piece: string): void {
    this.#text += piece
    this.#run()
    if (this.#text.length > this.limits.record) throw this.#broken('One object is longer than 16 MB')
  }

  end(): void {
    this.#text += '\n'
    this.#run()
    if (this.#text.trim() !== '') throw this.#broken('The text ends in the middle of an object')
  }

  #run(): void {
    let at = 0
    for (;;) {
      at = this.#skip(at)
      if (at >= this.#text.length) break
      const next = this.#array === null ? this.#structure(at) : this.#element(at)
      if (next < 0) break
      at = next
    }
    this.#text = this.#text.slice(at)
  }

  #skip(from: number): number {
    let at = from
    while (at < this.#text.length && ' \t\r\n,\uFEFF'.includes(this.#text[at]!)) at += 1
    return at
  }

  /** Outside of any list: the opening of the file, and the keys of an outer object. */
  #structure(at: number): number {
    const char = this.#text[at]!
    if (!this.#started && char === '[') return this.#enter('', at + 1)
    if (!this.#started && char === '{') {
      this.#started = true
      this.#outer = true
      return at + 1
    }
    if (char === '}' || char === ']') return at + 1
    if (!this.#outer || char !== '"') throw this.#broken('This is not JSON')
    return this.#member(at)
  }

  /** `"key": value` of the outer object: a list of objects is entered, anything else is passed over. */
  #member(at: number): number {
    const keyEnd = this.#valueEnd(at)
    const colon = keyEnd < 0 ? -1 : this.#text.indexOf(':', keyEnd)
    if (colon < 0) return -1
    const start = this.#skip(colon + 1)
    if (start >= this.#text.length) return -1
    if (this.#text[start] === '[') {
      const first = this.#skip(start + 1)
      if (first >= this.#text.length) return -1
      if (this.#text[first] === '{')
        return this.#enter(JSON.parse(this.#text.slice(at, keyEnd)) as string, first)
    }
    return this.#valueEnd(start)
  }

  #enter(array: string, at: number): number {
    this.#started = true
    this.#array = array
    this.#objects = 0
    return at
  }

  #element(at: number): number {
    const char = this.#text[at]!
    if (char === ']') {
      this.#array = null
      return at + 1
    }
    if (char !== '{') throw this.#broken('It is not an object in braces')
    const end = this.#valueEnd(at)
    if (end < 0) return -1
    this.#objects += 1
    this.onObject(this.#array!, this.#pairs(this.#text.slice(at, end)))
    return end
  }

  #pairs(object: string): [string, string][] {
    try {
      JSON.parse(object)
    } catch {
      throw this.#broken('It is not valid JSON', 0)
    }
    const pairs: [string, string][] = []
    let at = 1
    for (;;) {
      while (' \t\r\n,'.includes(object[at]!)) at += 1
      if (object[at] === '}') return pairs
      const keyEnd = valueEnd(object, at)
      const start = object.indexOf(':', keyEnd) + 1
      const end = valueEnd(object, start)
      pairs.push([JSON.parse(object.slice(at, keyEnd)) as string, object.slice(start, end).trim()])
      at = end
    }
  }

  #valueEnd(at: number): number {
    return valueEnd(this.#text, at)
  }

  #broken(what: string, ahead = 1): FileProblem {
    return new FileProblem(
      { file: this.file, row: this.#objects + ahead },
      `${what}.`,
      'Export it again as a JSON array of objects, or with one object per line.',
    )
  }
}

const token = /["{}[\]]/g

/** Where the value that starts at or after `from` ends, or -1 when the text ends before it does. */
function valueEnd(text: string, from: number): number {
  let depth = 0
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text[at]!)) at += 1
  if (text[at] === '"') return stringEnd(text, at)
  if (text[at] !== '{' && text[at] !== '[') return scalarEnd(text, at)
  for (token.lastIndex = at; ; ) {
    const found = token.exec(text)
    if (!found) return -1
    const char = found[0]
    if (char === '"') {
      const end = stringEnd(text, found.index)
      if (end < 0) return -1
      token.lastIndex = end
    } else if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') {
      depth -= 1
      if (depth === 0) return found.index + 1
    }
  }
}

function stringEnd(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0
    while (text[quote - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return quote + 1
  }
  return -1
}

function scalarEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (' \t\r\n,]}'.includes(text[at]!)) return at
  return -1
}
