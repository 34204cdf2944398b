import type { Spelling } from './declaration.ts'

/** Letters and digits of a heading in lower case without accents: `Début des rapports` and `debut_des_rapports` agree. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Columns that pipelines add to every table; they say nothing about the source. */
export const isPlumbing = (heading: string): boolean => /^_(fivetran|airbyte|sdc|dlt)_/i.test(heading)

const OPEN_BRACKET = /\s*\(\*\)$/

/** The headings of one sheet, found by any spelling. Of repeated headings the first counts. */
export class Headings {
  readonly #byPlain = new Map<string, string>()

  constructor(readonly all: readonly string[]) {
    for (const heading of all) {
      const plain = plainHeading(heading)
      if (plain && !this.#byPlain.has(plain)) this.#byPlain.set(plain, heading)
    }
  }

  /** The sheet's own heading for the first spelling that is there. */
  find(spelling: Spelling): string | undefined {
    for (const one of typeof spelling === 'string' ? [spelling] : spelling) {
      const found = OPEN_BRACKET.test(one) ? this.#open(one)?.heading : this.#byPlain.get(plainHeading(one))
      if (found !== undefined) return found
    }
    return undefined
  }

  has(spelling: Spelling): boolean {
    return this.find(spelling) !== undefined
  }

  /** What stands in the bracket of `Amount spent (EUR)`, for the spelling `Amount spent (*)`. */
  bracket(spelling: Spelling): string | undefined {
    for (const one of typeof spelling === 'string' ? [spelling] : spelling) {
      const found = this.#open(one)
      if (found) return found.inside
    }
    return undefined
  }

  #open(spelling: string): { heading: string; inside: string } | undefined {
    const stem = plainHeading(spelling.replace(OPEN_BRACKET, ''))
    for (const heading of this.all) {
      const match = /^(.*)\(([^()]*)\)\s*$/.exec(heading)
      if (match && plainHeading(match[1]!) === stem) return { heading, inside: match[2]!.trim() }
    }
    return undefined
  }
}
