import type { Day } from '../../../methods/days.ts'
import type { State } from './delivery.ts'

type Agreed = { name: string; fromOn: Day; untilOn: Day | null }

/** Where an agreement stands on a day. */
export function agreementOf({ fromOn, untilOn }: Omit<Agreed, 'name'>, today: Day) {
  if (today < fromOn) return 'ahead' as const
  return untilOn !== null && today > untilOn ? ('over' as const) : ('running' as const)
}

/** Why an agreement cannot last so long, or null. */
export const whyNotSpan = ({ fromOn, untilOn }: Omit<Agreed, 'name'>): string | null =>
  untilOn !== null && untilOn < fromOn
    ? `The agreement would end on ${untilOn}, before it begins on ${fromOn}.`
    : null

/** Why nothing can be delivered under an agreement today, or null. */
export function whyNotUnder(agency: Agreed, today: Day): string | null {
  const state = agreementOf(agency, today)
  if (state === 'ahead') return `The agreement with ${agency.name} begins on ${agency.fromOn}.`
  return state === 'over'
    ? `The agreement with ${agency.name} ended on ${agency.untilOn}. Ask whoever you work with.`
    : null
}

type Judged = { state: State; isLate: boolean; returns: number }

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`

/** How an agency delivers, in counts and a sentence. */
export function standingOf(all: readonly Judged[]) {
  const open = all.filter((one) => one.state === 'due' || one.state === 'sent-back')
  const accepted = all.filter((one) => one.state === 'accepted')
  const counts = {
    agreed: all.length,
    due: open.length,
    late: open.filter((one) => one.isLate).length,
    waiting: all.filter((one) => one.state === 'delivered').length,
    accepted: accepted.length,
    onTime: accepted.filter((one) => !one.isLate).length,
    sentBack: all.reduce((sum, one) => sum + one.returns, 0),
  }
  return { ...counts, says: standingWords(counts) }
}

type Counts = Record<'agreed' | 'due' | 'late' | 'waiting' | 'accepted' | 'onTime' | 'sentBack', number>

function standingWords(counts: Counts): string {
  if (counts.agreed === 0) return 'Nothing is agreed to be delivered yet.'
  const words = [
    `${counts.accepted} of ${many(counts.agreed, 'deliverable')} accepted`,
    ...(counts.accepted > 0 ? [`${counts.onTime} of them delivered in time`] : []),
    ...(counts.waiting > 0 ? [`${counts.waiting} waiting for acceptance`] : []),
    ...(counts.late > 0 ? [`${counts.late} late`] : []),
    ...(counts.sentBack > 0 ? [`sent back ${many(counts.sentBack, 'time')}`] : []),
  ]
  return `${words.join('; ')}.`
}

/** What one deliverable came to in minor units; null where none was accepted. */
export const perDeliverable = (invoiced: number, accepted: number): number | null =>
  accepted === 0 ? null : Math.round(invoiced / accepted)
