import type { z } from 'zod'
import { type ObjectName, objects } from '../../../engine/model.ts'
import type { Inspection, Mapping as MappingSchema, Term as TermSchema } from '../contract.ts'

export type Mapping = z.infer<typeof MappingSchema>
export type Term = z.infer<typeof TermSchema>
export type Inspected = z.infer<typeof Inspection>
type Part = Mapping['parts'][number]
type Answer = NonNullable<Mapping['answers']>[string]

/** What a person starts from when nothing was recognised. */
export const emptyMapping = (file: string): Mapping => ({
  source: '',
  title: file.replace(/\.\w+$/, '').slice(0, 120),
  parts: [{ object: 'contact', attributes: {} }],
})

const withPart = (mapping: Mapping, at: number, change: (part: Part) => Part): Mapping => ({
  ...mapping,
  parts: mapping.parts.map((part, index) => (index === at ? change(part) : part)),
})

/** Says where an attribute comes from; null takes it out of the mapping. */
export function setTerm(mapping: Mapping, at: number, attribute: string, term: Term | null): Mapping {
  return withPart(mapping, at, (part) => {
    const { [attribute]: _, ...others } = part.attributes
    return { ...part, attributes: term ? { ...part.attributes, [attribute]: term } : others }
  })
}

/** Another object keeps the attributes it knows too. */
export function setObject(mapping: Mapping, at: number, object: ObjectName): Mapping {
  return withPart(mapping, at, (part) => ({
    ...part,
    object,
    attributes: Object.fromEntries(
      Object.entries(part.attributes).filter(([name]) => name in objects[object].attributes),
    ),
  }))
}

export const addPart = (mapping: Mapping, object: ObjectName): Mapping => ({
  ...mapping,
  parts: [...mapping.parts, { object, attributes: {} }],
})

export const removePart = (mapping: Mapping, at: number): Mapping => ({
  ...mapping,
  parts: mapping.parts.filter((_, index) => index !== at),
})

export const setAnswer = (mapping: Mapping, heading: string, answer: Answer): Mapping => ({
  ...mapping,
  answers: { ...mapping.answers, [heading]: answer },
})

/** The headings a term reads. */
export function headingsOf(term: Term): string[] {
  if ('columns' in term) return term.columns
  if ('first' in term) return term.first
  if (!('column' in term)) return []
  return 'when' in term ? [term.column, term.when.column] : [term.column]
}

/** What a person reads in place of a term that is more than one heading. */
export function termWords(term: Term): string {
  if ('constant' in term) return `always “${term.constant}”`
  if ('columns' in term) return term.columns.join(' + ')
  if ('first' in term) return term.first.join(', else ')
  if ('preamble' in term) return `${term.preamble === 'first-day' ? 'first' : 'last'} day above the heading`
  if ('scale' in term) return `${term.column} ÷ 1,000,000`
  if ('values' in term) return `${term.column}, translated`
  if ('when' in term) return `${term.column}, only where ${term.when.column} fits`
  return term.column
}

const headingsRead = (mapping: Mapping): Set<string> =>
  new Set(
    mapping.parts.flatMap((part) => [
      ...Object.values(part.attributes).flatMap(headingsOf),
      ...(part.only ? [part.only.column] : []),
      ...(part.latest ? [part.latest] : []),
    ]),
  )

export const unusedIn = (mapping: Mapping, headings: string[]): string[] => {
  const read = headingsRead(mapping)
  return headings.filter((heading) => !read.has(heading))
}

/** Alternatives of which at least one must be mapped and none is: `["email", "contact_key"]`. */
export function openIn({ object, attributes }: Part): string[][] {
  return objects[object].required
    .filter((any) => !any.some((name) => attributes[name]))
    .map((any) => [...any])
}

export type Question = { heading: string; example: string; options: { answer: Answer; label: string }[] }

/** What a column could not settle by itself, with each possible reading of its example. */
export function questionsOf(columns: Inspected['columns'], mapping: Mapping): Question[] {
  const read = headingsRead(mapping)
  return columns.flatMap(({ name, unsettled }) => {
    if (!unsettled || !read.has(name)) return []
    const { question, example } = unsettled
    return [{ heading: name, example, options: isAboutDays(question) ? days(example) : decimals(example) }]
  })
}

const isAboutDays = (question: string) => question === 'day-or-month'

function days(example: string): Question['options'] {
  const [a = 1, b = 1, year = 2000] = (example.match(/\d+/g) ?? []).map(Number)
  const said = (day: number, month: number) =>
    new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.UTC(year < 100 ? 2000 + year : year, month - 1, day),
    )
  return [
    { answer: 'day-first', label: `Day first: ${said(a, b)}` },
    { answer: 'month-first', label: `Month first: ${said(b, a)}` },
  ]
}

function decimals(example: string): Question['options'] {
  const read = (comma: boolean) => {
    const plain = comma ? example.replaceAll('.', '').replace(',', '.') : example.replaceAll(',', '')
    const value = Number(plain.replace(/[^\d.-]/g, ''))
    return Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: 6 }) : example
  }
  return [
    { answer: 'comma', label: `Comma before decimals: ${read(true)}` },
    { answer: 'point', label: `Comma between thousands: ${read(false)}` },
  ]
}

/** Why the mapping cannot be saved as it is, or null. */
export function whyNotSave(mapping: Mapping): string | null {
  if (!mapping.source.trim()) return 'Name the system the file comes from.'
  if (!mapping.title.trim()) return 'Give the file a title.'
  const bare = mapping.parts.find((part) => Object.keys(part.attributes).length === 0)
  return bare ? `Choose at least one heading for ${bare.object.replaceAll('_', ' ')}.` : null
}
