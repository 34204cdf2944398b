import { type Day, dayNumber, daysBetween } from '../../../methods/days.ts'

export type LeaveSpan = { fromOn: Day; toOn: Day; startsHalf: boolean; endsHalf: boolean }
export type LeaveState = 'waiting' | 'approved' | 'declined' | 'withdrawn'

export const kindNames = {
  holiday: 'Holiday',
  sick: 'Sick leave',
  parental: 'Parental leave',
  training: 'Training',
  other: 'Other leave',
} as const
/** What colleagues read instead of the kind. */
export const away = 'Away'

/** Half-days since 1970, both inside: an afternoon and the next morning do not overlap. */
const halvesOf = ({ fromOn, toOn, startsHalf, endsHalf }: LeaveSpan) => ({
  first: dayNumber(fromOn) * 2 + (startsHalf ? 1 : 0),
  last: dayNumber(toOn) * 2 + (endsHalf ? 0 : 1),
})

export function overlaps(a: LeaveSpan, b: LeaveSpan): boolean {
  const [one, other] = [halvesOf(a), halvesOf(b)]
  return one.first <= other.last && other.first <= one.last
}

/** “2026-05-04 to 2026-05-08”, “the afternoon of 2026-05-04” */
export function spanInWords({ fromOn, toOn, startsHalf, endsHalf }: LeaveSpan): string {
  if (fromOn === toOn)
    return startsHalf ? `the afternoon of ${fromOn}` : endsHalf ? `the morning of ${fromOn}` : fromOn
  return `${fromOn}${startsHalf ? ' (afternoon)' : ''} to ${toOn}${endsHalf ? ' (morning)' : ''}`
}

const longest = 1100
const backwards = 400
const ahead = 1500

/** Why nobody can be on leave like that, or null. */
export function whyNotSpan(span: LeaveSpan, today: Day): string | null {
  if (span.toOn < span.fromOn) return `The last day, ${span.toOn}, lies before the first, ${span.fromOn}.`
  if (span.fromOn === span.toOn && span.startsHalf && span.endsHalf)
    return 'Leave that starts in the afternoon and ends in the morning of the same day takes no time. Choose one half.'
  if (daysBetween(span.fromOn, span.toOn) >= longest)
    return `Leave runs ${longest} days at most. Ask for the rest separately.`
  if (daysBetween(span.fromOn, today) > backwards)
    return `${span.fromOn} lies more than ${backwards} days back. Leave that long ago is not noted any more.`
  if (daysBetween(today, span.fromOn) > ahead) return `${span.fromOn} lies more than ${ahead} days ahead.`
  return null
}

/** Leave that is asked for or approved takes its days. */
export const isStanding = (state: LeaveState): boolean => state === 'waiting' || state === 'approved'

/** Why it overlaps what stands already, or null. */
export function whyNotBeside(
  span: LeaveSpan,
  standing: readonly (LeaveSpan & { state: LeaveState })[],
): string | null {
  const other = standing.find((one) => isStanding(one.state) && overlaps(one, span))
  if (!other) return null
  const how = other.state === 'waiting' ? 'asked for' : 'approved'
  return `Leave for ${spanInWords(other)} is ${how} already, and the days overlap. Withdraw that first, or choose other days.`
}

/** Who asks, as seen by the person whose leave it is. */
export type Asker = {
  isSelf: boolean
  /** Is the person’s manager, or stands in while that manager is away. */
  leads: boolean
  manages: boolean
  /** Somebody who works here leads the person. */
  isLed: boolean
}

/** May the asker know why somebody is away? Who manages working time learns it only of those whom nobody leads. */
export const seesKind = ({ isSelf, leads, manages, isLed }: Asker): boolean =>
  isSelf || leads || (manages && !isLed)

export function whyNotDecide(asker: Asker): string | null {
  if (asker.isSelf) return 'Somebody else decides about your own leave: your manager, or who stands in.'
  if (asker.leads || asker.manages) return null
  return 'Leave is decided by the person’s manager, by who stands in for them, or with the permission availability:manage.'
}

/** Why it cannot be decided as it stands, or null. */
export function whyNotNow({
  state,
  decidedBy,
}: {
  state: LeaveState
  decidedBy: string | null
}): string | null {
  return state === 'waiting' ? null : `${decidedBy} has ${state} it already. Load the page again to see it.`
}

export function whyNotWithdraw(
  leave: { state: LeaveState; toOn: Day },
  asker: Asker,
  today: Day,
): string | null {
  if (!isStanding(leave.state)) return `It is ${leave.state} already.`
  if (!asker.isSelf) return whyNotDecide(asker)
  return leave.state === 'approved' && leave.toOn < today
    ? 'This leave is over. Your manager can take it back if you worked.'
    : null
}

/** Why it cannot be put back to waiting, or null: a decision by who may decide, a withdrawal by the person, too. */
export function whyNotReopen(leave: { state: LeaveState }, asker: Asker): string | null {
  if (leave.state === 'waiting') return 'It waits for a decision already.'
  return leave.state === 'withdrawn' && asker.isSelf ? null : whyNotDecide(asker)
}
