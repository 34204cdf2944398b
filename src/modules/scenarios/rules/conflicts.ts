import { inWords } from '../../budget/rules.ts'
import type { Conflict } from '../things.ts'
import type { Left } from './moves.ts'

/** The line of the budget as it is now. */
export type Today = {
  version: number
  months: readonly number[]
  actual: readonly number[] | null
  allocation: number
  load: number
}
/** A line of a scenario beside the line it was copied from. */
export type Pair = {
  id: string
  name: string
  currency: string
  kind: string
  campaign: string
  rate: number | null
  isDropped: boolean
  base: readonly number[]
  months: readonly number[]
  seenVersion: number | null
  /** Null where the scenario adds the line, or where it was removed since. */
  now: Today | null
}
export type Frame = {
  label: string
  state: 'draft' | 'approved'
  /** How many months of the year are over. */
  over: number
  monthNames: readonly string[]
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

/** What a line says by month: nothing once it is dropped. */
export const saidOf = (pair: Pick<Pair, 'isDropped' | 'months'>): readonly number[] =>
  pair.isDropped ? pair.months.map(() => 0) : pair.months

export const isAdded = (pair: Pick<Pair, 'seenVersion'>): boolean => pair.seenVersion === null
export const isChanged = (pair: Pair): boolean =>
  isAdded(pair) || pair.isDropped || saidOf(pair).some((minor, at) => minor !== pair.base[at])

/** What a line would be allocated: in an approved year, what it has with what the scenario adds or takes. */
export function targetOf(pair: Pair, state: Frame['state']): number {
  if (pair.isDropped) return 0
  const said = sum(pair.months)
  if (state === 'draft' || !pair.now) return said
  return pair.now.allocation + said - sum(pair.base)
}

/** What a line gains, below nothing what it gives, on adoption. */
export const gainOf = (pair: Pair, state: Frame['state']): number =>
  isChanged(pair) ? targetOf(pair, state) - (pair.now?.allocation ?? 0) : 0

/** What stands against adopting one line. */
export function conflictsOf(pair: Pair, frame: Frame): Conflict[] {
  const { id, name, now, currency } = pair
  const found: Conflict[] = []
  const add = (kind: Conflict['kind'], says: string) => found.push({ kind, id, name, says })
  if (!isAdded(pair) && !now) {
    if (isChanged(pair))
      add('removed', `“${name}” was removed from the budget since the copy. Bring the scenario up to date.`)
    return found
  }
  if (now && pair.seenVersion !== now.version && isChanged(pair))
    add('changed', `“${name}” was changed in the budget since the copy. Bring the scenario up to date.`)
  const target = targetOf(pair, frame.state)
  if (now && isChanged(pair) && target < now.load)
    add(
      'load',
      `“${name}” has ${inWords(now.load, currency)} ordered and invoiced, and the scenario leaves it ${inWords(Math.max(0, target), currency)}. ${pair.isDropped ? 'Take it back and scale it from the next month on.' : 'Leave it as much.'}`,
    )
  const touched = [...pair.base.keys()].filter((at) => saidOf(pair)[at] !== pair.base[at])
  // A dropped line gives all it has; whether it may is a matter of what was spent on it, not of months.
  const past = pair.isDropped ? [] : touched.filter((at) => at < frame.over)
  if (past.length > 0)
    add('past', `“${name}” is changed in months that are over: ${named(past, frame)}. Put them back.`)
  const below = touched.filter((at) => at >= frame.over && saidOf(pair)[at]! < (now?.actual?.[at] ?? 0))
  if (below.length > 0)
    add(
      'actual',
      `“${name}” is set below what is invoiced already in ${named(below, frame)}. Raise it there.`,
    )
  return found
}

const named = (at: readonly number[], { monthNames }: Frame): string =>
  at.map((one) => monthNames[one] ?? '').join(', ')

/** What stands against the sum: an approved plan is all there is to give. `short` is what lines would not get. */
export function whyNotSum(short: readonly Left[], frame: Frame): Conflict | null {
  if (frame.state === 'draft' || short.length === 0) return null
  const more = [...new Set(short.map((one) => one.currency))].map((currency) =>
    inWords(sum(short.filter((one) => one.currency === currency).map((one) => one.minor)), currency),
  )
  const says = `The lines gain ${more.join(' and ')} more than others give, and the plan of ${frame.label} is approved. Take as much from other lines.`
  return { kind: 'total', id: null, name: frame.label, says }
}

/** Lines in a currency that is worth nobody knows what today cannot give or gain. */
export const whyNotRated = (currencies: readonly string[], frame: Frame): Conflict[] =>
  currencies.map((currency) => ({
    ...{ kind: 'total', id: null, name: frame.label },
    says: `No rate for ${currency} is known today, so lines in ${currency} cannot give or gain. Add one on Costs, under Exchange rates.`,
  }))
