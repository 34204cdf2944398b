import type { ObjectName } from '../../../engine/model.ts'

/** One heading or several spellings of it, compared by letters and digits only; `Spent (*)` leaves the bracket open. */
export type Spelling = string | readonly string[]

/** Applies only where one of the headings is there, none of these is, or the file is named so. */
type Condition = { given?: Spelling; unless?: Spelling; file?: RegExp }

/** A filter stated in spellings instead of in the sheet's own headings. */
export type Filter = { of: Spelling; in: string[] } | { of: Spelling; filled: boolean }

/** One way to fill an attribute. */
export type Choice =
  | string
  | (Condition &
      (
        | { of: Spelling }
        | { constant: string }
        | { join: string; all: readonly Spelling[] }
        | { first: readonly Spelling[] }
        | { micros: Spelling }
        | { of: Spelling; values: Record<string, string>; otherwise?: 'keep' | 'blank' }
        | { of: Spelling; when: Filter }
        | { bracket: Spelling }
        | { preamble: 'first-day' | 'last-day' }
      ))

/** Ways to fill an attribute; the first whose headings are there wins. */
export type Rule = Choice | readonly Choice[]

export type PartRule = {
  object: ObjectName
  attributes: Record<string, Rule>
  only?: Filter
  latest?: Spelling
  /** Attributes that must be settled although the object could do without. */
  asks?: readonly string[]
}

type Recognisable = {
  id: string
  source: string
  title: string
  /** Headings that must be there; of a list, at least one. */
  has: readonly Spelling[]
  /** Headings that must not be there. */
  not?: readonly string[]
  /** The usual file name; tells look-alikes apart and adds confidence, never decides alone. */
  file?: RegExp
  /** The table is so plain that nothing but these headings may be there; more optional ones in `may`. */
  exact?: { may: readonly string[] }
  /** What values under a heading look like; samples that contradict it count against. */
  looks?: { of: Spelling; like: RegExp }
}

export type MappedDeclaration = Recognisable & { parts: readonly PartRule[]; zone?: 'UTC' }
export type NotUsedDeclaration = Recognisable & { notUsed: string }
export type Declaration = MappedDeclaration | NotUsedDeclaration

/** Tables of one system that are known and left aside, one line each. */
export function leftAside(
  source: string,
  tables: Record<string, Omit<NotUsedDeclaration, 'id' | 'source'>>,
): NotUsedDeclaration[] {
  return Object.entries(tables).map(([id, table]) => ({ id, source, ...table }))
}
