import { type Day, daysBetween } from '../../../methods/days.ts'
import { minorDigits } from '../../../methods/money.ts'
import type { Brief, Impact, Money } from '../things.ts'

/** What is held by an approval, with its words in sentences. */
const held: [keyof Brief, string][] = [
  ['startsOn', 'first day'],
  ['endsOn', 'last day'],
  ['audience', 'audience'],
  ['exclusions', 'exclusions'],
  ['message', 'message'],
  ['offer', 'offer'],
  ['channels', 'channels'],
  ['demand', 'demand target'],
  ['kpis', 'KPIs'],
  ['fields', 'own fields'],
]
type Terms = { brief: Brief; planned: Money | null }

/** Keys in one order, so that the same value reads the same however it was kept. */
const print = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  ) ?? 'null'
export const isSame = (a: unknown, b: unknown): boolean => print(a) === print(b)

/** Which of what an approval holds would be another. */
export const heldChanges = (before: Terms, after: Terms): string[] => [
  ...held.filter(([name]) => !isSame(before.brief[name], after.brief[name])).map(([, words]) => words),
  ...(isSame(before.planned, after.planned) ? [] : ['planned cost']),
]

/** Why a brief cannot be edited directly, or null. */
export function whyNotEdit(state: string, before: Terms, after: Terms): string | null {
  if (state === 'in-approval')
    return 'It is in approval and stays as it is meanwhile. Recall it, change it, submit it again.'
  if (state === 'stopped') return 'It was stopped and stays as it was.'
  const changes = state === 'approved' ? heldChanges(before, after) : []
  if (changes.length === 0) return null
  return `The brief is approved: another ${changes.join(', ')} is a change request. Ask for a change and give the reason.`
}

const days = (n: number): string => `${Math.abs(n)} ${Math.abs(n) === 1 ? 'day' : 'days'}`
const moved = (what: string, before: Day, after: Day): string[] => {
  const by = daysBetween(before, after)
  return by === 0 ? [] : [`${what} ${before} → ${after}: ${days(by)} ${by > 0 ? 'later' : 'earlier'}`]
}

type Tactic = { name: string; startsOn: Day; endsOn: Day }

/** What a change does: which dates move, which tactics wait, what else is another, what it costs more or less. */
export function impactOf(before: Terms, after: Terms, tactics: readonly Tactic[]): Impact {
  return {
    dates: [
      ...moved('First day', before.brief.startsOn, after.brief.startsOn),
      ...moved('Last day', before.brief.endsOn, after.brief.endsOn),
    ],
    waits: tactics.flatMap((one) => waitOf(one, after.brief)),
    scope: scopeOf(before.brief, after.brief),
    cost: costOf(before.planned, after.planned),
  }
}

function waitOf({ name, startsOn, endsOn }: Tactic, brief: Brief): string[] {
  if (startsOn < brief.startsOn) {
    const by = daysBetween(startsOn, brief.startsOn)
    return [`${name} waits ${days(by)}: it would start ${startsOn}, before the new first day`]
  }
  if (endsOn <= brief.endsOn) return []
  const over = days(daysBetween(brief.endsOn, endsOn))
  return [`${name} ends ${endsOn}, after the new last day: it has to be cut by ${over}`]
}

function scopeOf(before: Brief, after: Brief): string[] {
  const added = after.channels.filter((one) => !before.channels.includes(one))
  const dropped = before.channels.filter((one) => !after.channels.includes(one))
  const others = held.filter(
    ([name]) =>
      !['startsOn', 'endsOn', 'channels', 'fields'].includes(name) && !isSame(before[name], after[name]),
  )
  return [
    ...(added.length > 0 ? [`Channels added: ${added.join(', ')}`] : []),
    ...(dropped.length > 0 ? [`Channels dropped: ${dropped.join(', ')}`] : []),
    ...others.map(([, words]) => `Another ${words}`),
  ]
}

/** An amount as a sentence has it: `1,200.50 EUR`. */
export function amountWords({ minor, currency }: Money): string {
  const digits = minorDigits(currency)
  const whole = minor / 10 ** digits
  return `${whole.toLocaleString('en', { minimumFractionDigits: minor % 10 ** digits ? digits : 0, maximumFractionDigits: digits })} ${currency}`
}

function costOf(before: Money | null, after: Money | null): string | null {
  if (isSame(before, after)) return null
  if (!before || !after)
    return after ? `It is planned at ${amountWords(after)}` : 'Its planned cost is taken away'
  if (before.currency !== after.currency) return `Planned cost ${amountWords(before)} → ${amountWords(after)}`
  const difference = { minor: Math.abs(after.minor - before.minor), currency: after.currency }
  return `It costs ${amountWords(difference)} ${after.minor > before.minor ? 'more' : 'less'}: ${amountWords(before)} → ${amountWords(after)}`
}

/** Why a change cannot be asked for, or null. */
export function whyNotAsk(
  state: string,
  { before, after, isOpen }: { before: Terms; after: Terms; isOpen: boolean },
): string | null {
  if (state !== 'approved') return 'Only an approved brief needs a change request; edit this one directly.'
  if (isOpen) return 'A change is asked for already. It is decided first.'
  return heldChanges(before, after).length === 0
    ? 'Nothing would be another: the brief says so already.'
    : null
}
