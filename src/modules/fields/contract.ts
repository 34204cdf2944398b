import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { demands, types } from './rules.ts'

const text = z.string()
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u, 'must not hold control characters')

const Choice = z.object({ id: text, label: text, isRetired: z.boolean() })
const Type = z.enum(types)
export const Field = z.object({
  id: text,
  kind: text,
  label: text,
  type: Type,
  help: text,
  requiredFrom: z.enum(demands),
  options: z.array(Choice),
  isRetired: z.boolean(),
  version: z.number().int(),
})
export type Field = z.infer<typeof Field>

export const FieldMoney = z.strictObject({ minor: z.number(), currency: z.string().max(3) })
const FieldId = z.string().regex(/^fld_[0-9a-z]{1,40}$/, 'is not the name of a field')
export const FieldValue = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(60)).max(100),
  FieldMoney,
])
/** What is kept of a record’s fields. */
export const FieldValues = z.record(FieldId, FieldValue)
/** What is said of them: null takes a value away, what is left out stays. */
export const SaidFields = z.record(FieldId, FieldValue.nullable())

const Kind = line(40).min(1)
const about = {
  label: line(80).min(1, 'needs a name'),
  help: line(300).default(''),
  requiredFrom: z.enum(demands).default('never'),
  options: z
    .array(z.object({ id: text.max(40).optional(), label: line(80).min(1) }))
    .max(100)
    .default([]),
}
const Named = z.object({ label: text, kind: text })

export const fields = contract(
  'fields',
  {
    list: route({
      method: 'GET',
      path: '/fields',
      access: 'member',
      summary: 'List the fields of the kinds of records the asker may read, retired ones included',
      input: z.object({ kind: Kind.optional() }),
      output: z.object({
        kinds: z.array(z.object({ kind: text, title: text })),
        items: z.array(Field),
        /** Whom fields of type person name; those who have no access any more are not chosen anew. */
        people: z.array(z.object({ id: text, name: text, hasAccess: z.boolean() })),
      }),
    }),
    define: route({
      method: 'POST',
      path: '/fields',
      access: 'fields:manage',
      summary: 'Define a field of a kind of record; its type stays for good',
      input: z.object({ ...about, kind: Kind, type: Type }),
      output: Field,
    }),
    change: route({
      method: 'PUT',
      path: '/fields/{id}',
      access: 'fields:manage',
      summary:
        'Change a field’s name, help, choices or when it is required; refused when changed since `version`',
      input: One.extend({ ...about, version: z.number().int() }),
      output: Field,
    }),
    retire: route({
      method: 'POST',
      path: '/fields/{id}/retirement',
      access: 'fields:manage',
      summary: 'Retire a field: it takes no new values, and those there are stay to be read',
      input: One,
      output: Field,
    }),
    restore: route({
      method: 'DELETE',
      path: '/fields/{id}/retirement',
      access: 'fields:manage',
      summary: 'Bring a retired field back with its values',
      input: One,
      output: Field,
    }),
    order: route({
      method: 'PUT',
      path: '/field-order',
      access: 'fields:manage',
      summary: 'Put the fields of a kind of record in an order',
      input: z.object({ kind: Kind, ids: z.array(text.max(60)).max(100) }),
      output: z.object({ items: z.array(Field) }),
    }),
  },
  {
    defined: event('defined the field {label} of {kind}', Named),
    changed: event('changed the field {label} of {kind}', Named),
    retired: event('retired the field {label} of {kind}', Named),
    restored: event('brought the field {label} of {kind} back', Named),
    ordered: event('put the fields of {kind} in another order', z.object({ kind: text })),
  },
)
