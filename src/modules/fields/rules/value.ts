import { type Day, dayNumber } from '../../../methods/days.ts'
import { minorDigits } from '../../../methods/money.ts'
import { whyNotCurrency } from '../../costs/rules.ts'
import type { Choice, Type } from './definition.ts'

export type Money = { minor: number; currency: string }
export type Value = string | number | boolean | string[] | Money
export type Values = Record<string, Value>
/** What somebody says: null takes a value away, what is left out stays. */
export type Said = Record<string, Value | null>

type Field = {
  id: string
  label: string
  type: Type
  requiredFrom: 'never' | 'draft' | 'approval'
  options: readonly Choice[]
  isRetired: boolean
}

export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const keys = (value: Value | null | undefined): string =>
  isMoney(value) ? `${value.minor} ${value.currency}` : JSON.stringify(value ?? null)
export const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value
export const isSameValue = (a: Value | null | undefined, b: Value | null | undefined): boolean =>
  keys(a) === keys(b)

const isDay = (text: string): boolean => {
  try {
    return text >= '1990-01-01' && text <= '2100-12-31' && dayNumber(text as Day) > 0
  } catch {
    return false
  }
}

/** An address one can safely click: http or https, with a host and without a name and password in it. */
export function isWebAddress(text: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(text)
    return (
      /^https?:$/.test(protocol) && hostname !== '' && !username && !password && !/[\s\p{Cc}]/u.test(text)
    )
  } catch {
    return false
  }
}

const needs: Record<Type, string> = {
  text: 'takes one line of text, 300 letters at most',
  long: 'takes text, 4000 letters at most',
  number: 'takes a number between −1,000,000,000,000 and 1,000,000,000,000',
  money: 'takes an amount in minor units, 0 or more, with its currency',
  day: 'takes a day between 1990 and 2100, such as 2026-03-31',
  yesno: 'takes yes or no',
  one: 'takes one of its choices',
  several: 'takes some of its choices, each once',
  person: 'takes a person who works here',
  link: 'takes an address that begins with https:// or http://, without a name and password in it',
}

const fits: Record<Type, (value: Value, field: Field, people: ReadonlySet<string>) => boolean> = {
  text: (value) => typeof value === 'string' && value.length <= 300 && !/\p{Cc}/u.test(value),
  long: (value) => typeof value === 'string' && value.length <= 4000,
  number: (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e12,
  money: (value) =>
    isMoney(value) && Number.isSafeInteger(value.minor) && value.minor >= 0 && value.minor <= 1e13,
  day: (value) => typeof value === 'string' && isDay(value),
  yesno: (value) => typeof value === 'boolean',
  one: (value, { options }) => options.some((one) => one.id === value && !one.isRetired),
  several: (value, { options }) =>
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((id) => options.some((one) => one.id === id && !one.isRetired)),
  person: (value, _field, people) => typeof value === 'string' && people.has(value),
  link: (value) => typeof value === 'string' && value.length <= 2000 && isWebAddress(value),
}

/** Why a value cannot be said of a field, or null. */
export function whyNotValue(field: Field, value: Value, people: ReadonlySet<string>): string | null {
  if (!fits[field.type](value, field, people)) return `“${field.label}” ${needs[field.type]}.`
  return isMoney(value) ? whyNotCurrency(value.currency) : null
}

/** Why what is said cannot be kept, or null; what is said as it was before is not looked at again. */
export function whyNotValues(
  fields: readonly Field[],
  { before, said, people }: { before: Values; said: Said; people: ReadonlySet<string> },
): string | null {
  for (const [id, value] of Object.entries(said)) {
    if (isSameValue(before[id], value) || (isBlank(value) && isBlank(before[id]))) continue
    const field = fields.find((one) => one.id === id)
    if (!field)
      return `There is no field “${id.slice(0, 40)}” here that you may fill in. Load the page again.`
    if (field.isRetired)
      return `“${field.label}” was retired meanwhile and takes no other value. Load the page again; what you typed elsewhere stays.`
    const objection = value === null || isBlank(value) ? null : whyNotValue(field, value, people)
    if (objection) return objection
  }
  return null
}

/** What holds after somebody said something; blank is not kept. */
export function valuesAfter(before: Values, said: Said): Values {
  const all = Object.entries({ ...before, ...said })
  return Object.fromEntries(all.filter((pair): pair is [string, Value] => !isBlank(pair[1])))
}

/** The first field that has to be filled in by a state and is not, as a sentence, or null. */
export function whatFieldLacks(
  fields: readonly Field[],
  values: Values,
  state: 'draft' | 'approval',
): string | null {
  const open = fields.find(
    (one) =>
      !one.isRetired &&
      (one.requiredFrom === 'draft' || one.requiredFrom === state) &&
      isBlank(values[one.id]),
  )
  if (!open) return null
  return state === 'draft'
    ? `“${open.label}” has to be filled in.`
    : `“${open.label}” has to be filled in before it is submitted.`
}

/** A value as people read it; `nameOf` knows people. */
export function valueWords(field: Field, value: Value | undefined, nameOf: (id: string) => string): string {
  if (value === undefined || isBlank(value)) return ''
  if (isMoney(value)) {
    const digits = minorDigits(value.currency)
    return `${(value.minor / 10 ** digits).toLocaleString('en', { maximumFractionDigits: digits })} ${value.currency}`
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const labelOf = (id: string) => field.options.find((one) => one.id === id)?.label ?? id
  if (Array.isArray(value)) return value.map(labelOf).join(', ')
  if (field.type === 'one') return labelOf(String(value))
  return field.type === 'person' ? nameOf(String(value)) : String(value)
}

/** What of the fields is another, each as a line: `Region: North → South`. */
export function fieldChanges(
  fields: readonly Field[],
  { before, after, nameOf }: { before: Values; after: Values; nameOf: (id: string) => string },
): string[] {
  const words = (field: Field, values: Values) => valueWords(field, values[field.id], nameOf) || 'not said'
  return fields
    .filter((one) => !isSameValue(before[one.id], after[one.id]))
    .map((one) => `${one.label}: ${words(one, before)} → ${words(one, after)}`)
}
