import { daysBetween } from '../../../methods/days.ts'
import { inWords } from './amounts.ts'

type Order = { number: string; kind: 'standard' | 'blanket'; state: 'open' | 'closed'; currency: string }
export type Matched = Order & {
  supplier: string
  /** In the order's currency: the amount, or what was released of a blanket order. */
  due: number
  /** Invoiced so far, in the order's currency. */
  billed: number
  requestedById: string
}

/** Why a part of a blanket order cannot be released; null when it can. `left` is in the order's currency. */
export function whyNotRelease(order: Order, left: number, minor: number): string | null {
  if (order.kind !== 'blanket') return `${order.number} is a standard order: it was ordered as a whole.`
  if (order.state === 'closed') return `${order.number} is closed. Open it again before you release from it.`
  return minor > left
    ? `Of ${order.number} ${inWords(left, order.currency)} is left to release, and this takes ${inWords(minor, order.currency)}.`
    : null
}

export const whyNotClose = (order: Order): string | null =>
  order.state === 'closed' ? `${order.number} is closed already.` : null

export const whyNotReopen = (order: Order): string | null =>
  order.state === 'open' ? `${order.number} is open; nothing to open again.` : null

type Invoice = { currency: string; minor: number; bookedById: string; acceptsOver: boolean }

/** What an invoice brings beyond what was ordered, in the order's currency. */
export const overOf = (order: Pick<Matched, 'due' | 'billed'>, minor: number): number =>
  Math.max(0, Math.min(minor, order.billed + minor - order.due))

/** Why an invoice does not match its order; null when it does. */
export function whyNotMatch(order: Matched, invoice: Invoice): string | null {
  if (order.state === 'closed')
    return `${order.number} is closed. Open it again if the invoice is right, or book the invoice without an order.`
  if (order.currency !== invoice.currency)
    return `${order.number} is in ${order.currency} and the invoice in ${invoice.currency}. Ask ${order.supplier} for an invoice in ${order.currency}, or book it without an order.`
  if (order.requestedById === invoice.bookedById)
    return `You asked for ${order.number}; somebody else books its invoices.`
  const over = overOf(order, invoice.minor)
  if (over > 0 && !invoice.acceptsOver)
    return `That is ${inWords(over, order.currency)} more than was ordered with ${order.number}: ${inWords(order.due, order.currency)}, of which ${inWords(order.billed, order.currency)} is invoiced. Accept the over-delivery, or release or order more first.`
  return null
}

export type Hunted = {
  state: 'open' | 'closed'
  due: number
  billed: number
  currency: string
  dueOn: string
  /** Of the last release or invoice, or of the opening. */
  movedOn: string
}
export type Proposal = { advice: 'close' | 'ask'; words: string; frees: number }

const quietFor = 60
const lateFor = 30

/**
 * What to do about an open order that nobody closes: close one that is invoiced, ask about one long past its delivery
 * date on which nothing has moved. Null while there is nothing to do.
 */
export function proposalOf(order: Hunted, today: string): Proposal | null {
  if (order.state === 'closed') return null
  const left = Math.max(0, order.due - order.billed)
  if (order.billed > 0 && left <= order.due * 0.02)
    return {
      advice: 'close',
      words:
        left === 0
          ? 'Invoiced in full; close it.'
          : `Invoiced but for ${inWords(left, order.currency)}; close it.`,
      frees: left,
    }
  const late = daysBetween(order.dueOn, today)
  const quiet = daysBetween(order.movedOn, today)
  if (late < lateFor || quiet < quietFor) return null
  return {
    advice: 'ask',
    words: `Due ${late} days ago, nothing moved for ${quiet}; ask its owner, then close it and release ${inWords(left, order.currency)}.`,
    frees: left,
  }
}
