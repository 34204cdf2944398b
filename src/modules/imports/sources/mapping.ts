import type { ObjectName } from '../../../engine/model.ts'

/** Row filter: keep a row where the column has one of these values (case-insensitive), or where it is filled or blank. */
export type Only = { column: string; in: string[] } | { column: string; filled: boolean }

/** Where an attribute's value comes from. Every `column` is a heading of the sheet, letter for letter. */
export type Term =
  | { column: string }
  | { constant: string }
  /** Concatenated; blank cells and their separator are left out. */
  | { columns: string[]; join: string }
  /** The first of these columns that is filled on the row. */
  | { first: string[] }
  | { column: string; scale: 'micros' }
  /** Translated, case-insensitive; a translation to '' is a blank. Unlisted values are kept unless said otherwise. */
  | { column: string; values: Record<string, string>; otherwise?: 'keep' | 'blank' }
  /** Only on rows that pass the filter, else blank. */
  | { column: string; when: Only }
  /** From a date range printed above the heading. */
  | { preamble: 'first-day' | 'last-day' }

export type Part = {
  object: ObjectName
  attributes: Record<string, Term>
  only?: Only
  /** Of several rows with the same key, the one with the greatest value in this column counts. */
  latest?: string
}

export type Mapping = {
  /** System the file comes from: salesforce, hubspot, google_ads, olist … */
  source: string
  /** What a person would call the file: 'Salesforce leads'. */
  title: string
  parts: Part[]
  /** Zone of times written without one, where the source is known to export UTC; else the organisation's. */
  zone?: 'UTC'
}

export type Column = { name: string; type: string; samples: string[]; filled: number }

export type Sheet = { file: string; headings: string[]; preamble: string[]; columns?: Column[] }

export type Recognition =
  | {
      verdict: 'mapped'
      declaration: string
      mapping: Mapping
      /** 0 to 1. */
      confidence: number
      /** Headings the mapping does not read. */
      unused: string[]
      /** `object.attribute`, alternatives separated by ' or ': what a person must settle first. */
      unsettled: string[]
    }
  | { verdict: 'known-not-used'; declaration: string; title: string; reason: string }
  | { verdict: 'unknown'; guesses: Mapping | null; reason: string }

/** The headings a term reads. */
export function columnsOf(term: Term): string[] {
  if ('columns' in term) return term.columns
  if ('first' in term) return term.first
  if (!('column' in term)) return []
  return 'when' in term ? [term.column, term.when.column] : [term.column]
}

/** Every heading a mapping reads, filters and row order included. */
export function columnsRead(mapping: Mapping): Set<string> {
  const read = mapping.parts.flatMap((part) => [
    ...Object.values(part.attributes).flatMap(columnsOf),
    ...(part.only ? [part.only.column] : []),
    ...(part.latest ? [part.latest] : []),
  ])
  return new Set(read)
}
