import { objects } from '../../../engine/model.ts'
import type { Choice, Filter, MappedDeclaration, PartRule, Rule } from './declaration.ts'
import { Headings } from './headings.ts'
import type { Mapping, Only, Part, Sheet, Term } from './mapping.ts'

/** A declaration made concrete for one sheet, with what remains to be settled by a person. */
export function resolve(
  declaration: MappedDeclaration,
  sheet: Sheet,
): { mapping: Mapping; unsettled: string[] } {
  const headings = new Headings(sheet.headings)
  const drafts = declaration.parts.map((rule) => draft(rule, sheet, headings))
  const complete = drafts.filter(({ part, missing }) => part && missing.length === 0)
  // A side part whose headings are not there is no question; only a file that yields nothing is.
  const kept = complete.length ? complete : drafts.filter(({ part }) => part).slice(0, 1)

  const { source, title, zone } = declaration
  const mapping: Mapping = { source, title, parts: kept.flatMap(({ part }) => part ?? []) }
  if (zone) mapping.zone = zone
  return { mapping, unsettled: kept.flatMap(({ missing }) => missing) }
}

function draft(rule: PartRule, sheet: Sheet, headings: Headings): { part?: Part; missing: string[] } {
  const part: Part = { object: rule.object, attributes: {} }
  const only = rule.only && filter(rule.only, headings)
  // Without the column every row is blank in it: a filter for blanks lets all rows through, any other none.
  if (rule.only && !only && !('filled' in rule.only && !rule.only.filled)) return { missing: [] }
  if (only) part.only = only
  for (const [attribute, ways] of Object.entries(rule.attributes)) {
    const term = settle(ways, sheet, headings)
    if (term) part.attributes[attribute] = term
  }
  const latest = rule.latest && headings.find(rule.latest)
  if (latest) part.latest = latest
  return { part, missing: missingOf(part, rule.asks) }
}

/** Required attributes of the object that the part does not fill. */
export function missingOf(part: Part, asks: readonly string[] = []): string[] {
  const groups = [...objects[part.object].required, ...asks.map((attribute) => [attribute])]
  return groups
    .filter((group) => !group.some((attribute) => attribute in part.attributes))
    .map((group) => group.map((attribute) => `${part.object}.${attribute}`).join(' or '))
}

function settle(rule: Rule, sheet: Sheet, headings: Headings): Term | undefined {
  for (const choice of choicesOf(rule)) {
    const term = applies(choice, sheet, headings) ? toTerm(choice, sheet, headings) : undefined
    if (term) return term
  }
  return undefined
}

export const choicesOf = (rule: Rule): readonly Choice[] => (Array.isArray(rule) ? rule : [rule]) as Choice[]

function applies(choice: Choice, sheet: Sheet, headings: Headings): boolean {
  if (typeof choice === 'string') return true
  if (choice.given && !headings.has(choice.given)) return false
  if (choice.unless && headings.has(choice.unless)) return false
  return !choice.file || choice.file.test(sheet.file)
}

function toTerm(choice: Choice, sheet: Sheet, headings: Headings): Term | undefined {
  if (typeof choice === 'string') return columnTerm(headings.find(choice))
  if ('constant' in choice) return { constant: choice.constant }
  if ('preamble' in choice)
    return sheet.preamble.some((line) => /\d{4}/.test(line)) ? { preamble: choice.preamble } : undefined
  if ('bracket' in choice) {
    const inside = headings.bracket(choice.bracket)
    return inside ? { constant: inside.toUpperCase() } : undefined
  }
  if ('all' in choice)
    return joined(
      choice.all.map((one) => headings.find(one)),
      choice.join,
    )
  if ('first' in choice) return firstFilled(choice.first.flatMap((one) => headings.find(one) ?? []))
  if ('micros' in choice) {
    const column = headings.find(choice.micros)
    return column === undefined ? undefined : { column, scale: 'micros' }
  }
  const column = headings.find(choice.of)
  if (column === undefined) return undefined
  if ('values' in choice) return { column, values: choice.values, otherwise: choice.otherwise ?? 'keep' }
  if (!('when' in choice)) return { column }
  const when = filter(choice.when, headings)
  return when && { column, when }
}

const columnTerm = (column: string | undefined): Term | undefined =>
  column === undefined ? undefined : { column }

function joined(columns: (string | undefined)[], join: string): Term | undefined {
  const there = columns.filter((column) => column !== undefined)
  return there.length === columns.length ? { columns: there, join } : undefined
}

function firstFilled(columns: string[]): Term | undefined {
  return columns.length > 1 ? { first: columns } : columnTerm(columns[0])
}

function filter(rule: Filter, headings: Headings): Only | undefined {
  const column = headings.find(rule.of)
  if (column === undefined) return undefined
  return 'in' in rule ? { column, in: rule.in } : { column, filled: rule.filled }
}
