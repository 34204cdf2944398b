import { addMonths, type Day, daysBetween } from '../../methods/days.ts'

export const kinds = ['media', 'agency', 'tool', 'people', 'event', 'other'] as const
export type Kind = (typeof kinds)[number]

export const kindTitles: Record<Kind, string> = {
  media: 'Media',
  agency: 'Agency',
  tool: 'Tool',
  people: 'People share',
  event: 'Event',
  other: 'Other',
}

/** What people cost is for those with a right of its own. */
export const isPeople = (cost: { kind: string }): boolean => cost.kind === 'people'

/** The kinds that somebody may read and write. */
export const kindsFor = (mayPeople: boolean): Kind[] => kinds.filter((kind) => mayPeople || kind !== 'people')

/** What the ledger can be sorted by. */
export const sorts = [
  'startsOn',
  'endsOn',
  'kind',
  'channel',
  'campaign',
  'note',
  'amount',
  'createdBy',
] as const

/** The kinds whose title holds some words. */
export const kindsCalled = (words: string): Kind[] =>
  kinds.filter((kind) => kindTitles[kind].toLowerCase().includes(words.toLowerCase()))

/** What somebody says a cost is; `endsOn` is null for a monthly cost that goes on. */
export type CostSaid = {
  minor: number
  currency: string
  repeats: 'once' | 'monthly'
  startsOn: Day
  endsOn: Day | null
}

const most = 10_000_000_000_000
const first = '1990-01-01'
const last = '2060-12-31'
const longest = 3660

/** The last day of a day's month. */
export function monthEnd(day: Day): Day {
  const next = addMonths(`${day.slice(0, 7)}-01`, 1)
  return new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

const known = new Set(Intl.supportedValuesOf('currency'))

/** Why a currency cannot be used; null when it can. */
export const whyNotCurrency = (currency: string): string | null =>
  known.has(currency) ? null : `“${currency}” is not a currency; write its code as in ISO 4217, such as EUR.`

/** Why a cost cannot be written as it is said; null when it can. */
export function whyNotCost({ minor, currency, repeats, startsOn, endsOn }: CostSaid): string | null {
  if (minor < 0)
    return 'A cost cannot be negative. For a credit note, lower the amount of the cost it belongs to.'
  if (minor === 0) return 'A cost is more than 0.'
  if (minor > most) return 'The amount is too large: a single cost is 100,000,000,000.00 at most.'
  const objection = whyNotCurrency(currency)
  if (objection) return objection
  if (endsOn === null && repeats === 'once') return 'Say the last day, or the month, over which it is spread.'
  if (endsOn !== null && endsOn < startsOn)
    return `The last day, ${endsOn}, is before the first day, ${startsOn}.`
  if (startsOn < first || (endsOn ?? startsOn) > last) return `Costs lie between ${first} and ${last}.`
  if (endsOn !== null && daysBetween(startsOn, endsOn) > longest)
    return 'A cost is spread over ten years at most; write a second one for the time after.'
  return null
}

/** Why a version of a cost cannot be changed: whoever comes second looks at it again. */
export const whyNotNow = (seen: number, now: number, changedBy: string): string | null =>
  seen === now
    ? null
    : `${changedBy} has changed this cost since you opened it. Load it again and repeat your change.`

/** Why a cost cannot be changed here: what an invoice entered is changed where the invoice is. Null when it can. */
export const whyNotHere = (invoiceId: string | null): string | null =>
  invoiceId === null
    ? null
    : 'This cost was entered by an invoice. Void the invoice under Budget, Invoices, and book it anew.'

/** Why a rate cannot be used; null when it can. */
export function whyNotRate(currency: string, into: string, rate: number): string | null {
  const objection = whyNotCurrency(currency)
  if (objection) return objection
  if (currency === into) return `${into} is the organisation’s own currency; it needs no rate.`
  if (!(rate > 0)) return 'A rate is more than 0.'
  return rate > 10_000_000 || rate < 0.000_000_01 ? 'The rate is too large or too small to be one.' : null
}
