import { type Day, daysBetween } from '../../../methods/days.ts'

export const verdicts = ['waiting', 'accepted', 'sent-back'] as const
type Verdict = (typeof verdicts)[number]
export const states = ['due', 'delivered', 'accepted', 'sent-back'] as const
export type State = (typeof states)[number]
export const stateTitles: Record<State, string> = {
  due: 'Due',
  delivered: 'Delivered',
  accepted: 'Accepted',
  'sent-back': 'Sent back',
}

type Delivery = { on: Day; verdict: Verdict; by: string; byId: string | null; reason: string }

/** What of a deliverable its deliveries say, the newest first. */
export function stateOf(deliveries: readonly Pick<Delivery, 'verdict'>[]): State {
  const last = deliveries[0]?.verdict
  if (last === undefined) return 'due'
  return last === 'waiting' ? 'delivered' : last
}

const inDays = (many: number): string => `${many} ${many === 1 ? 'day' : 'days'}`

/** Late is what was not delivered by its day, or after it. */
export function lateness(dueOn: Day, deliveries: readonly Pick<Delivery, 'verdict' | 'on'>[], today: Day) {
  const state = stateOf(deliveries)
  const isOpen = state === 'due' || state === 'sent-back'
  const days = daysBetween(dueOn, isOpen ? today : (deliveries[0]?.on ?? today))
  return { isLate: days > 0, days }
}

/** Where a deliverable stands, in a sentence. */
export function standWords(dueOn: Day, deliveries: readonly Delivery[], today: Day): string {
  const [last] = deliveries
  const { isLate, days } = lateness(dueOn, deliveries, today)
  const state = stateOf(deliveries)
  if (!last || state === 'due')
    return isLate ? `Late by ${inDays(days)}.` : `Due ${days === 0 ? 'today' : `in ${inDays(-days)}`}.`
  const when = isLate ? `${inDays(days)} late` : 'in time'
  if (state === 'delivered') return `Delivered ${when}, waiting for acceptance.`
  if (state === 'accepted') return `Accepted; it was delivered ${when}.`
  return `Sent back: ${last.reason}${/[.!?]$/.test(last.reason) ? '' : '.'}${isLate ? ` Late by ${inDays(days)}.` : ''}`
}

/** Why something cannot be delivered as it stands, or null. */
export function whyNotDeliver(what: string, state: State): string | null {
  if (state === 'delivered') return `${what} was delivered and waits for acceptance. Take it back first.`
  return state === 'accepted' ? `${what} is accepted already.` : null
}

/** Why a delivery cannot have come on that day, or null. */
export const whyNotOn = (on: Day, today: Day): string | null =>
  on > today ? `${on} has not come yet; say when it was delivered.` : null

/** Why somebody cannot decide on a delivery, or null: nobody accepts what they delivered. */
export function whyNotDecide(
  what: string,
  deliveries: readonly Delivery[],
  askerId: string | undefined,
): string | null {
  const [last] = deliveries
  const state = stateOf(deliveries)
  if (!last || state === 'due') return `Nothing of ${what} was delivered yet.`
  if (state === 'accepted') return `${what} is accepted already.`
  if (state === 'sent-back') return `${what} was sent back already and is awaited again.`
  return last.byId !== null && last.byId === askerId
    ? `You delivered ${what}; somebody else decides on it.`
    : null
}
