import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Option } from '../parts/Select.tsx'

type Basis<Name> = {
  name: Name
  label: string
  hint?: ReactNode
  isOptional?: boolean
  autoFocus?: boolean
  placeholder?: string
  autoComplete?: string
}
export type CustomControl = { value: unknown; onChange: (value: unknown) => void; isInvalid: boolean }

export type FormField<Name extends string = string> = Basis<Name> &
  (
    | { kind?: 'text' | 'email' | 'password' | 'number' | 'date' | 'textarea' | 'checkbox' | 'switch' }
    | { kind: 'select' | 'combobox'; options: readonly Option[] }
    | { kind: 'custom'; render: (control: CustomControl) => ReactNode }
  )

export type Draft = Record<string, unknown>
export type FieldErrors = Record<string, string>

/** What stands in the fields, as the schema wants it: blank is nothing, digits are a number. */
export function toInput(draft: Draft, fields: readonly FormField[]): Draft {
  const kinds = new Map(fields.map((field) => [field.name, field.kind ?? 'text']))
  return Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [name, settle(value, kinds.get(name))]),
  )
}

function settle(value: unknown, kind: string | undefined): unknown {
  if (typeof value !== 'string' || kind === undefined || kind === 'custom') return value
  if (kind === 'password') return value === '' ? undefined : value
  const text = value.trim()
  if (text === '') return undefined
  if (kind !== 'number') return text
  const number = numberIn(text)
  return Number.isNaN(number) ? text : number
}

/** Commas part thousands and nothing else: 2500,50 is no number, rather than a hundred times as much. */
function numberIn(text: string): number {
  const digits = text.replaceAll(/\s/g, '')
  return Number(/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits) ? digits.replaceAll(',', '') : digits)
}

/** The first complaint for each field; a blank field is simply required. */
export function complaints(error: z.ZodError, input: Draft, required: string): FieldErrors {
  const found: FieldErrors = {}
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    found[name] ??= input[name] === undefined ? required : issue.message
  }
  return found
}
