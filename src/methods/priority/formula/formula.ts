import { circleIn, inOrder } from '../../critical-path.ts'
import type { Scored } from '../scores.ts'
import { evaluate, type Values } from './evaluate.ts'
import { type Part, parse } from './parse.ts'
import { FormulaFault } from './tokens.ts'

/** A formula that was read: the fields it names, each once, and its value for one item. */
export type Formula = { text: string; uses: string[]; of: (values: Values) => Scored }

export type Read = { formula: Formula; refused: null } | { formula: null; refused: string; at: number }

/** Reads a formula over named fields, or says what is wrong and at which character (from 1). */
export function readFormula(text: string, fields: readonly string[]): Read {
  try {
    const whole = parse(text, fields)
    const uses = [...new Set(fieldsIn(whole))]
    return { formula: { text, uses, of: (values) => evaluate(whole, values) }, refused: null }
  } catch (fault) {
    if (fault instanceof FormulaFault) return { formula: null, refused: fault.message, at: fault.at }
    throw fault
  }
}

/** The sentence that refuses a formula, or null. */
export const whyNotFormula = (text: string, fields: readonly string[]): string | null =>
  readFormula(text, fields).refused

function fieldsIn(part: Part): string[] {
  if (part.kind === 'field') return [part.name]
  if (part.kind === 'minus') return fieldsIn(part.of)
  if (part.kind === 'pair') return [...fieldsIn(part.left), ...fieldsIn(part.right)]
  return part.kind === 'call' ? part.of.flatMap(fieldsIn) : []
}

/** Fields computed from others, by name. */
export type Computed = ReadonlyMap<string, Pick<Formula, 'uses' | 'of'>>

const stepsOf = (computed: Computed) =>
  [...computed].map(([id, { uses }]) => ({ id, days: 0, after: uses.filter((name) => computed.has(name)) }))

/** The sentence that refuses fields computed from each other in a circle, or null. */
export function whyNotComputed(computed: Computed): string | null {
  const circle = circleIn(stepsOf(computed))
  if (!circle) return null
  if (circle.length === 2) return `“${circle[0]}” is computed from itself; take it out of its own formula.`
  return `These are computed from each other in a circle: ${circle.map((name) => `“${name}”`).join(', ')}. Take one out of the formula of another.`
}

/**
 * The value of every computed field of one item, each after those it is computed from. A field whose source has no value
 * has none either, for the same reason. Throws RangeError with the sentence of `whyNotComputed`.
 */
export function computeAll(computed: Computed, given: Values): Map<string, Scored> {
  const reason = whyNotComputed(computed)
  if (reason) throw new RangeError(reason)
  const values: Record<string, number | null | undefined> = { ...given }
  const all = new Map<string, Scored>()
  for (const { id, after } of inOrder(stepsOf(computed))) {
    const missing = after.map((name) => all.get(name)).find((one) => one?.value === null)
    const score = missing ?? computed.get(id)!.of(values)
    values[id] = score.value
    all.set(id, score)
  }
  return all
}
