import { FormulaFault, type Token, tokensOf } from './tokens.ts'

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!='
export type Operation = '+' | '-' | '*' | '/' | Comparison
export type Call = 'min' | 'max' | 'round' | 'if'

/** A part of a formula; `at` is the character it begins at, from 1. */
export type Part =
  | { kind: 'number'; value: number; at: number }
  | { kind: 'field'; name: string; at: number }
  | { kind: 'minus'; of: Part; at: number }
  | { kind: 'pair'; sign: Operation; left: Part; right: Part; at: number }
  | { kind: 'call'; name: Call; of: Part[]; at: number }

/** How many arguments each function takes. */
const calls: Record<Call, [least: number, most: number]> = {
  min: [1, 20],
  max: [1, 20],
  round: [1, 2],
  if: [3, 3],
}

const mostCharacters = 1000
const mostParts = 300
const mostDepth = 32
const comparisons = new Set(['<', '<=', '>', '>=', '=', '!='])

/** A formula being read: its pieces, the place, and what it may name. */
type Reading = {
  tokens: Token[]
  place: number
  parts: number
  fieldNamed: (name: string) => string | undefined
}

/**
 * The parts of a formula over named fields, whose spelling may differ in capitals. Throws FormulaFault with a sentence
 * that names the place.
 */
export function parse(text: string, fields: readonly string[]): Part {
  if (text.length > mostCharacters)
    throw new FormulaFault(
      `The formula has ${text.length} characters; write it with ${mostCharacters} at most.`,
      1,
    )
  const byName = new Map(fields.map((name) => [folded(name), name]))
  const reading = {
    tokens: tokensOf(text),
    place: 0,
    parts: 0,
    fieldNamed: (name: string) => byName.get(folded(name)),
  }
  if (reading.tokens.length === 1)
    throw new FormulaFault('The formula is empty; write one over fields, as in value ÷ effort.', 1)
  const whole = comparison(reading, 0)
  const rest = here(reading)
  if (rest.kind !== 'end')
    throw new FormulaFault(
      `Nothing joins “${rest.text}” at character ${rest.at} to what stands before it.`,
      rest.at,
    )
  return whole
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase()
const here = (reading: Reading): Token => reading.tokens[reading.place]!

function part<P extends Part>(reading: Reading, made: P): P {
  reading.parts += 1
  if (reading.parts > mostParts)
    throw new FormulaFault(
      `The formula has more than ${mostParts} parts; split it into computed fields.`,
      made.at,
    )
  return made
}

function taken(reading: Reading, ...texts: string[]): Token | null {
  const token = here(reading)
  if (token.kind !== 'sign' || !texts.includes(token.text)) return null
  reading.place += 1
  return token
}

function needed(reading: Reading, text: string): void {
  if (taken(reading, text)) return
  const { at } = here(reading)
  throw new FormulaFault(`A “${text}” is missing at character ${at}.`, at)
}

function comparison(reading: Reading, depth: number): Part {
  const left = sum(reading, depth)
  const sign = taken(reading, ...comparisons)
  if (!sign) return left
  const right = sum(reading, depth)
  const more = here(reading)
  if (comparisons.has(more.text))
    throw new FormulaFault(
      `Compare two things at a time; “${more.text}” at character ${more.at} is one too many.`,
      more.at,
    )
  return part(reading, { kind: 'pair', sign: sign.text as Comparison, left, right, at: sign.at })
}

const sum = (reading: Reading, depth: number): Part =>
  chain(reading, ['+', '-'], () => product(reading, depth))
const product = (reading: Reading, depth: number): Part =>
  chain(reading, ['*', '/'], () => single(reading, depth))

function chain(reading: Reading, signs: string[], next: () => Part): Part {
  let left = next()
  for (let sign = taken(reading, ...signs); sign; sign = taken(reading, ...signs))
    left = part(reading, { kind: 'pair', sign: sign.text as Operation, left, right: next(), at: sign.at })
  return left
}

function single(reading: Reading, depth: number): Part {
  const token = here(reading)
  if (depth > mostDepth)
    throw new FormulaFault(
      `The formula is nested more than ${mostDepth} deep at character ${token.at}.`,
      token.at,
    )
  reading.place += 1
  if (token.kind === 'number')
    return part(reading, { kind: 'number', value: Number(token.text), at: token.at })
  if (token.kind === 'name') return named(reading, token, depth)
  if (token.text === '-')
    return part(reading, { kind: 'minus', of: single(reading, depth + 1), at: token.at })
  if (token.text === '(') return enclosed(reading, depth)
  const what = token.kind === 'end' ? 'The formula ends' : `“${token.text}” stands`
  throw new FormulaFault(`${what} at character ${token.at} where a number or a field is needed.`, token.at)
}

function enclosed(reading: Reading, depth: number): Part {
  const inner = comparison(reading, depth + 1)
  needed(reading, ')')
  return inner
}

function named(reading: Reading, token: Token, depth: number): Part {
  const call = token.text.toLowerCase()
  if (Object.hasOwn(calls, call) && here(reading).text === '(')
    return called(reading, call as Call, token, depth)
  const name = reading.fieldNamed(token.text)
  if (name === undefined) throw unknownField(reading, token)
  return part(reading, { kind: 'field', name, at: token.at })
}

function unknownField(reading: Reading, { text, at }: Token): FormulaFault {
  return here(reading).text === '('
    ? new FormulaFault(
        `There is no function “${text}” (character ${at}); there are min, max, round and if.`,
        at,
      )
    : new FormulaFault(`There is no field “${text}” (character ${at}).`, at)
}

function called(reading: Reading, name: Call, { at }: Token, depth: number): Part {
  needed(reading, '(')
  const of = [comparison(reading, depth + 1)]
  while (taken(reading, ',')) of.push(comparison(reading, depth + 1))
  needed(reading, ')')
  const [least, most] = calls[name]
  if (of.length < least || of.length > most) {
    const takes = least === most ? `${least}` : `${least} to ${most}`
    throw new FormulaFault(`“${name}” at character ${at} takes ${takes} values and has ${of.length}.`, at)
  }
  return part(reading, { kind: 'call', name, of, at })
}
