import { exchange } from '../../../methods/money.ts'

/** What a line gains, below nothing what it gives, in its currency; the rate is that into the year’s. */
export type Gain = { id: string; currency: string; rate: number; minor: number }
export type Move = { fromId: string; toId: string; minor: number }
/** What is left to give once every line has got its part. */
export type Left = { id: string; currency: string; minor: number }

/**
 * Who gives how much to whom: within a currency first, then across, each giver in order until it has given all. What
 * nobody takes is left over. A taker across currencies gets what the giver’s amount comes to, rounded up to the unit.
 */
export function movesOf(gains: readonly Gain[]): { moves: Move[]; left: Left[]; short: Left[] } {
  const givers = gains.filter((one) => one.minor < 0).map((one) => ({ ...one, minor: -one.minor }))
  const takers = gains.filter((one) => one.minor > 0).map((one) => ({ ...one }))
  const moves: Move[] = []
  for (const isWithin of [true, false])
    for (const to of takers)
      for (const from of givers) {
        if (to.minor <= 0) break
        if (from.minor <= 0 || (from.currency === to.currency) !== isWithin) continue
        moves.push(give(from, to))
      }
  const rest = (all: Gain[]): Left[] =>
    all.filter((one) => one.minor > 0).map(({ id, currency, minor }) => ({ id, currency, minor }))
  return { moves, left: rest(givers), short: rest(takers) }
}

function give(from: Gain, to: Gain): Move {
  const own = { currency: from.currency, rate: from.rate }
  const other = { currency: to.currency, rate: to.rate }
  const wanted = from.currency === to.currency ? to.minor : Math.max(1, exchange(to.minor, other, own))
  const minor = Math.min(wanted, from.minor)
  from.minor -= minor
  to.minor =
    minor === wanted ? 0 : to.minor - (own.currency === other.currency ? minor : exchange(minor, own, other))
  return { fromId: from.id, toId: to.id, minor }
}
