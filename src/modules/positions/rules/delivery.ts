import { type Day, daysBetween } from '../../../methods/days.ts'

/** So many days without anything delivered are worth a remark. */
export const quietFor = 30

export type Delivered = { dueOn: Day; deliveredOn: Day | null; minutes: number }

/** Sits in one department and is paid by another. */
export const isElsewhere = ({ department, fundedBy }: { department: string; fundedBy: string }): boolean =>
  department.trim().toLowerCase() !== fundedBy.trim().toLowerCase()

/** What to say about a resource somebody else manages; null while there is nothing. `since` is its first day. */
export function remarkOn(all: readonly Delivered[], since: Day | null, today: Day): string | null {
  if (since === null || since > today) return null
  const late = all.filter((one) => one.deliveredOn === null && one.dueOn < today)
  const last = all.reduce<Day | null>(
    (newest, { deliveredOn }) =>
      deliveredOn !== null && (newest === null || deliveredOn > newest) ? deliveredOn : newest,
    null,
  )
  const quiet = daysBetween(last ?? since, today)
  const behind =
    late.length === 0
      ? ''
      : ` ${late.length} ${late.length === 1 ? 'deliverable is' : 'deliverables are'} late.`
  if (quiet > quietFor)
    return `${last ? `Nothing was delivered for ${quiet} days` : `Nothing was delivered in ${quiet} days`}.${behind}`
  return behind ? behind.trim() : null
}

/** Minutes that delivered things took, of those that were paid for until today. */
export function deliveredOf(all: readonly Delivered[], paid: number) {
  const minutes = all.reduce((sum, one) => sum + (one.deliveredOn === null ? 0 : one.minutes), 0)
  return { minutes, paid, rate: paid > 0 ? minutes / paid : null }
}

/** Why evidence cannot be linked to; null when it can. */
export function whyNotEvidence(link: string): string | null {
  if (link === '') return null
  const isAddress = /^https?:\/\/[^\s/]+/i.test(link) && URL.canParse(link)
  return isAddress ? null : 'Evidence is an address that begins with https:// or http://.'
}

export const whyNotDelivered = (deliveredOn: Day | null, today: Day): string | null =>
  deliveredOn !== null && deliveredOn > today
    ? `${deliveredOn} is still to come; what is delivered has a day that is past.`
    : null
