import { minorDigits } from '../../../methods/money.ts'
import type { Field } from '../contract.ts'
import { isMoney, type Said, type Value, type Values } from '../rules.ts'

/** What stands in the inputs: text as it is typed, choices by id, money as amount and currency. */
export type Typed = string | string[] | { amount: string; currency: string }
export type FieldDraft = Record<string, Typed>

function typedOf(value: Value): Typed {
  if (isMoney(value))
    return { amount: String(value.minor / 10 ** minorDigits(value.currency)), currency: value.currency }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value : String(value)
}

export const draftOfFields = (values: Values): FieldDraft =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, typedOf(value)]))

function numberOf(label: string, words: string): number {
  const digits = words.replaceAll(/\s/g, '')
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits) ? digits.replaceAll(',', '') : digits
  const number = Number(plain)
  if (!Number.isFinite(number)) throw new Error(`“${label}” takes a number; “${words}” is none.`)
  return number
}

function saidValue({ type, label }: Field, typed: Typed): Value | null {
  if (Array.isArray(typed)) return typed.length > 0 ? typed : null
  if (typeof typed === 'object') {
    if (typed.amount.trim() === '') return null
    const currency = typed.currency.trim().toUpperCase()
    return { minor: Math.round(numberOf(label, typed.amount) * 10 ** minorDigits(currency)), currency }
  }
  const words = typed.trim()
  if (words === '') return null
  if (type === 'number') return numberOf(label, words)
  return type === 'yesno' ? words === 'yes' : words
}

/** What is said of the fields the form showed. Throws with a sentence where a number is none. */
export const saidOfFields = (fields: readonly Field[], draft: FieldDraft): Said =>
  Object.fromEntries(
    fields
      .filter((one) => !one.isRetired)
      .flatMap((one) => {
        const typed = draft[one.id]
        return typed === undefined ? [] : [[one.id, saidValue(one, typed)]]
      }),
  )
