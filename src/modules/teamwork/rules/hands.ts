import type { Day } from '../../../methods/fiscal.ts'
import type { HandState } from '../things/hand.ts'

type Row = {
  kind: 'ask' | 'offer'
  state: HandState
  by_name: string
  taken_by: string | null
  until_on: Day
  thanks: string | null
}
/** Who somebody is to it: made it, took it up, or neither. */
export type Part = { made: boolean; took: boolean; manages: boolean }

export const isPastHand = (row: Pick<Row, 'state' | 'until_on'>, today: Day): boolean =>
  row.state === 'open' && row.until_on < today

/** Why it cannot become something, or null. */
export function whyNotHand(row: Row, next: HandState, who: Part, today: Day): string | null {
  const either = who.made || who.took
  switch (`${row.state}>${next}`) {
    case 'open>taken':
      if (who.made) return 'It is yours; somebody else takes it up.'
      return isPastHand(row, today)
        ? `It was until ${row.until_on}. Ask ${row.by_name} whether it still stands.`
        : null
    case 'taken>open':
    case 'taken>done':
    case 'done>taken':
      return either ? null : `${row.by_name} and ${row.taken_by} say what becomes of it.`
    case 'open>withdrawn':
    case 'withdrawn>open':
      return who.made || who.manages ? null : `${row.by_name} made it, and withdraws it.`
    default:
      return `It is ${row.state}; it cannot become ${next}.`
  }
}

/** Whoever got the hand gives thanks, once it is done. */
export function whyNotThank(row: Row, who: Part): string | null {
  if (row.state !== 'done') return 'Thanks are for what is done.'
  if (row.thanks !== null) return 'Thanks were given already.'
  const isHelped = row.kind === 'ask' ? who.made : who.took
  return isHelped ? null : 'Thanks are given by whoever was helped.'
}
