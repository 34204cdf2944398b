import type { Scored } from '../scores.ts'
import type { Part } from './parse.ts'

/** The numbers of an item by field; null or absent where nobody gave one. */
export type Values = Readonly<Record<string, number | null | undefined>>

/** The first reason why there is no value; what is computed after it does not count. */
type Trouble = { reason: string | null }

/** The value of a formula for one item, or why it has none. Both comparisons and their use in `if` are 1 and 0. */
export function evaluate(whole: Part, values: Values): Scored {
  const trouble: Trouble = { reason: null }
  const value = resultOf(whole, values, trouble)
  return trouble.reason ? { value: null, reason: trouble.reason } : { value, reason: null }
}

function resultOf(part: Part, values: Values, trouble: Trouble): number {
  switch (part.kind) {
    case 'number':
      return finite(part.value, part.at, trouble)
    case 'field':
      return fieldOf(part.name, values, trouble)
    case 'minus':
      return 0 - resultOf(part.of, values, trouble)
    case 'pair':
      return pairOf(part, values, trouble)
    case 'call':
      return callOf(part, values, trouble)
  }
}

function fails(trouble: Trouble, reason: string): number {
  trouble.reason ??= reason
  return 0
}

const finite = (value: number, at: number, trouble: Trouble): number =>
  Number.isFinite(value) ? value : fails(trouble, `It becomes too large a number at character ${at}.`)

function fieldOf(name: string, values: Values, trouble: Trouble): number {
  const value = Object.hasOwn(values, name) ? values[name] : null
  return value === null || value === undefined || !Number.isFinite(value)
    ? fails(trouble, `“${name}” is empty.`)
    : value
}

function pairOf(part: Part & { kind: 'pair' }, values: Values, trouble: Trouble): number {
  const left = resultOf(part.left, values, trouble)
  const right = resultOf(part.right, values, trouble)
  if (part.sign === '/' && right === 0)
    return fails(
      trouble,
      `${nameOf(part.right)} is 0, and nothing can be divided by 0 (character ${part.at}).`,
    )
  return finite(joined(part.sign, left, right), part.at, trouble)
}

const nameOf = (part: Part): string => (part.kind === 'field' ? `“${part.name}”` : 'What is divided by')

function joined(sign: (Part & { kind: 'pair' })['sign'], left: number, right: number): number {
  switch (sign) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '<':
      return Number(left < right)
    case '<=':
      return Number(left <= right)
    case '>':
      return Number(left > right)
    case '>=':
      return Number(left >= right)
    case '=':
      return Number(left === right)
    case '!=':
      return Number(left !== right)
  }
}

function callOf({ name, of, at }: Part & { kind: 'call' }, values: Values, trouble: Trouble): number {
  // Only the branch that is taken is computed, so that `if` can guard a division.
  if (name === 'if')
    return resultOf(resultOf(of[0]!, values, trouble) === 0 ? of[2]! : of[1]!, values, trouble)
  const given = of.map((one) => resultOf(one, values, trouble))
  if (name === 'min') return Math.min(...given)
  if (name === 'max') return Math.max(...given)
  return roundedTo(given[0]!, given[1] ?? 0, at, trouble)
}

/** Rounded half away from 0, as on paper. */
function roundedTo(value: number, digits: number, at: number, trouble: Trouble): number {
  if (!Number.isInteger(digits) || digits < 0 || digits > 6)
    return fails(trouble, `“round” at character ${at} takes 0 to 6 digits, not ${digits}.`)
  const step = 10 ** digits
  const steps = Math.round(Number((Math.abs(value) * step).toPrecision(15)))
  return finite((Math.sign(value) * steps) / step, at, trouble)
}
