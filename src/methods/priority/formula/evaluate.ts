import type { Scored } from '../scores.ts'
import type { Part } from './parse.ts'

/** The numbers of an item by field; null or absent where nobody gave one. */
export type Values = Readonly<Record<string, number | null | undefined>>

/** The first reason why there is no value; what is computed after it does not count. */
type Trouble = { reason: string | null }
type Step = (values: Values, trouble: Trouble) => number

/**
 * The way from the values of an item to that of the formula, or to why it has none. Comparisons are 1 and 0, in `if` and
 * elsewhere.
 */
export function evaluator(whole: Part): (values: Values) => Scored {
  const step = stepOf(whole)
  return (values) => {
    const trouble: Trouble = { reason: null }
    const value = step(values, trouble)
    return trouble.reason ? { value: null, reason: trouble.reason } : { value, reason: null }
  }
}

function stepOf(part: Part): Step {
  switch (part.kind) {
    case 'number':
      return (_, trouble) => finite(part.value, part.at, trouble)
    case 'field':
      return fieldStep(part.name)
    case 'minus': {
      const of = stepOf(part.of)
      return (values, trouble) => 0 - of(values, trouble)
    }
    case 'pair':
      return part.sign === '/' ? quotientStep(part) : pairStep(part)
    case 'call':
      return callStep(part)
  }
}

function fails(trouble: Trouble, reason: string): number {
  trouble.reason ??= reason
  return 0
}

const finite = (value: number, at: number, trouble: Trouble): number =>
  Number.isFinite(value) ? value : fails(trouble, `It becomes too large a number at character ${at}.`)

const fieldStep =
  (name: string): Step =>
  (values, trouble) => {
    const value = Object.hasOwn(values, name) ? values[name] : null
    return typeof value === 'number' && Number.isFinite(value) ? value : fails(trouble, `“${name}” is empty.`)
  }

type Pair = Part & { kind: 'pair' }

const joins: Record<Pair['sign'], (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '<': (left, right) => Number(left < right),
  '<=': (left, right) => Number(left <= right),
  '>': (left, right) => Number(left > right),
  '>=': (left, right) => Number(left >= right),
  '=': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
}

function pairStep({ sign, left, right, at }: Pair): Step {
  const [first, second, joined] = [stepOf(left), stepOf(right), joins[sign]]
  return (values, trouble) => finite(joined(first(values, trouble), second(values, trouble)), at, trouble)
}

function quotientStep({ left, right, at }: Pair): Step {
  const [first, second] = [stepOf(left), stepOf(right)]
  const what = right.kind === 'field' ? `“${right.name}”` : 'What is divided by'
  const reason = `${what} is 0, and nothing can be divided by 0 (character ${at}).`
  return (values, trouble) => {
    const [dividend, divisor] = [first(values, trouble), second(values, trouble)]
    return divisor === 0 ? fails(trouble, reason) : finite(dividend / divisor, at, trouble)
  }
}

function callStep({ name, of, at }: Part & { kind: 'call' }): Step {
  const steps = of.map(stepOf)
  const given = (values: Values, trouble: Trouble) => steps.map((step) => step(values, trouble))
  switch (name) {
    case 'if':
      // Only the branch that is taken is computed, so that `if` can guard a division.
      return (values, trouble) => steps[steps[0]!(values, trouble) === 0 ? 2 : 1]!(values, trouble)
    case 'min':
      return (values, trouble) => Math.min(...given(values, trouble))
    case 'max':
      return (values, trouble) => Math.max(...given(values, trouble))
    case 'round':
      return (values, trouble) => roundedTo(given(values, trouble), at, trouble)
  }
}

/** Rounded half away from 0, as on paper. */
function roundedTo([value, digits = 0]: readonly number[], at: number, trouble: Trouble): number {
  if (!Number.isInteger(digits) || digits < 0 || digits > 6)
    return fails(trouble, `“round” at character ${at} takes 0 to 6 digits, not ${digits}.`)
  const step = 10 ** digits
  const steps = Math.round(Number((Math.abs(value!) * step).toPrecision(15)))
  return finite((Math.sign(value!) * steps) / step, at, trouble)
}
