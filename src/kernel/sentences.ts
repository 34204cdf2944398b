import { z } from 'zod'
import { inUnits, nameOf } from './spoken-names.ts'

type Issue = z.core.$ZodRawIssue

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a day',
  null: 'null',
}
const formats: Record<string, string> = {
  date: 'must be a day like 2026-03-31',
  datetime: 'must be a moment like 2026-03-31T09:00:00Z',
  email: 'must be an e-mail address like ana@example.com',
  url: 'must be an address like https://example.com',
  uuid: 'must be a UUID',
}
const many = 20

/**
 * What is wrong with an input, as the end of a sentence that begins with its name: “must be 1 at least”. The one place
 * where the words of the schema library become those of the house; a schema that says its own words keeps them.
 */
export function complaintOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected, issue.input)
    case 'too_small':
      return ofSize(issue.origin, issue.minimum, issue.inclusive === false ? 'more than' : 'at least')
    case 'too_big':
      return ofSize(issue.origin, issue.maximum, issue.inclusive === false ? 'less than' : 'at most')
    case 'invalid_format':
      return formats[issue.format] ?? 'is not written the way it has to be'
    case 'invalid_value':
      return oneOf(issue.values)
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`
    case 'unrecognized_keys':
      return `has what is not known here: ${issue.keys.join(', ')}`
    case 'invalid_union':
      return nearest(issue.errors)
    case 'invalid_key':
    case 'invalid_element':
      return nearest([issue.issues])
    default:
      return 'cannot be used as it is'
  }
}

function ofType(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing'
  const wanted = kinds[expected] ?? expected
  const is = typeof input === 'number' ? String(input) : kindOf(input)
  return `must be ${wanted}, not ${is}`
}

function kindOf(input: unknown): string {
  if (input === null) return 'null'
  if (Array.isArray(input)) return 'a list'
  return kinds[typeof input] ?? typeof input
}

function ofSize(origin: string, bound: number | bigint | Date, how: string): string {
  const size = bound instanceof Date ? bound.toISOString().slice(0, 10) : bound.toLocaleString('en')
  const isAfter = how.startsWith('at')
  const said = (unit: string) => (isAfter ? `${size}${unit} ${how}` : `${how} ${size}${unit}`)
  if (origin === 'string') {
    if (how === 'at least' && Number(bound) === 1) return 'must not be empty'
    return `must have ${said(' characters')}`
  }
  if (origin === 'array' || origin === 'set')
    return how === 'at least' && Number(bound) === 1 ? 'must not be empty' : `must have ${said(' entries')}`
  return `must be ${said('')}`
}

function oneOf(values: readonly unknown[]): string {
  const [only] = values
  if (values.length === 1) return `must be ${String(only)}`
  const shown = values.slice(0, many).map(String).join(', ')
  return `must be one of ${shown}${values.length > many ? ` and ${values.length - many} more` : ''}`
}

/** Of the forms that would do, the one that was missed by least says why it was missed. */
function nearest(errors: readonly (readonly z.core.$ZodIssue[])[]): string {
  const depth = (issues: readonly z.core.$ZodIssue[]) => issues[0]?.path.length ?? 0
  const [best] = [...errors]
    .filter((issues) => issues.length > 0)
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length)
  const first = best?.[0]
  if (!first) return 'fits none of the forms it can have'
  return first.path.length > 0
    ? `has a part that does not fit: ${lowerFirst(nameOf(first.path))} ${first.message}`
    : first.message
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** A complaint with the name of what it is about, in words, as one sentence. */
export function asSentence({ path, message }: { path: readonly PropertyKey[]; message: string }): string {
  const name = nameOf(path) || 'The input'
  const said = inUnits(path, message)
  const end = /[.!?]$/.test(said) ? '' : '.'
  return /^\p{Lu}/u.test(said) ? `${name}: ${said}${end}` : `${name} ${said}${end}`
}

z.config({ localeError: complaintOf })
