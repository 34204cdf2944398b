import type { Route } from '../kernel/contract.ts'
import { invalid } from '../kernel/errors.ts'
import { typed } from '../kernel/http/input.ts'
import { schemaOf } from '../kernel/http/openapi.ts'
import type { Options, Values } from './command.ts'

export type Field = {
  name: string
  flag: string
  isRequired: boolean
  schema: { type?: string | string[]; description?: string; enum?: unknown[]; anyOf?: Field['schema'][] }
}

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The input of a route as flags. */
export function fieldsOf(route: Route): Field[] {
  const schema = schemaOf(route.input, 'input') as {
    properties?: Record<string, Field['schema']>
    required?: string[]
  }
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([name]) => !(route.upload && name === 'file'),
  )
  return fields.map(([name, field]) => ({
    name,
    flag: kebab(name),
    isRequired: schema.required?.includes(name) ?? false,
    schema: field,
  }))
}

export const optionsOf = (route: Route): Options =>
  Object.fromEntries(
    fieldsOf(route).map((field) => [
      field.flag,
      field.schema.type === 'boolean'
        ? { type: 'boolean' as const }
        : { type: 'string' as const, multiple: field.schema.type === 'array' },
    ]),
  )

/** The flags that were given, as the input of the route; `--input` brings fields as one JSON object. */
export function inputOf(route: Route, values: Values): Record<string, unknown> {
  const text: Record<string, string> = {}
  const rest: Record<string, unknown> = {}
  for (const { name, flag } of fieldsOf(route)) {
    const value = values[flag]
    if (typeof value === 'boolean') rest[name] = value
    else if (typeof value === 'string') text[name] = value
    else if (value?.length === 1) text[name] = String(value[0])
    else if (value) rest[name] = value
  }
  return { ...wholeInput(values.input), ...typed(route.input, text), ...rest }
}

function wholeInput(text: Values[string]): object {
  if (typeof text !== 'string') return {}
  try {
    const input: unknown = JSON.parse(text)
    if (input !== null && typeof input === 'object' && !Array.isArray(input)) return input
  } catch {
    // said below, with the reason that helps
  }
  throw invalid('--input takes one JSON object, for example --input \'{"name":"Spring"}\'.')
}
