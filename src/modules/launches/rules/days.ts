import { addDays, type Day, daysBetween } from '../../../methods/days.ts'

export const inDays = (many: number): string => `${many} ${many === 1 ? 'day' : 'days'}`

type Span = { startsOn: Day; endsOn: Day }
type Linked = Span & { state: string; fitsOn: Day }

/** Does a campaign’s state leave it out of what a launch waits for? */
export const isOut = (state: string): boolean => state === 'stopped'

/** Where a campaign’s days lie beside the launch day. */
export function placeOf({ startsOn, endsOn }: Span, launchOn: Day): string {
  if (startsOn === launchOn) return 'begins on the day of the launch'
  if (startsOn > launchOn) return `begins ${inDays(daysBetween(launchOn, startsOn))} after the launch`
  const before = `begins ${inDays(daysBetween(startsOn, launchOn))} before the launch`
  return endsOn < launchOn
    ? `${before} and is over ${inDays(daysBetween(endsOn, launchOn))} before it`
    : before
}

/** Whether a campaign’s days were fitted to the launch day as it is now, and the sentence that says so. */
export function fitOf(one: Linked, launchOn: Day): { fits: boolean; says: string } {
  if (isOut(one.state)) return { fits: true, says: 'Stopped: the launch does not wait for it.' }
  const place = `It ${placeOf(one, launchOn)}`
  if (one.fitsOn === launchOn) return { fits: true, says: `${place}.` }
  return { fits: false, says: `Planned for a launch on ${one.fitsOn}. ${place}.` }
}

type Moved = { from: Day; to: Day; today: Day }
type Hit = Span & { state: string; tooLate: number; lateBy: number }

/** A campaign’s first day if it kept its distance to the launch. */
export const keptStart = (startsOn: Day, { from, to }: Omit<Moved, 'today'>): Day =>
  addDays(startsOn, daysBetween(from, to))

/** What a move of the launch does to one campaign, in a sentence. */
export function hitWords(one: Hit, move: Moved): string {
  const wouldStart = keptStart(one.startsOn, move)
  const as = placeOf(one, move.to)
  if (one.endsOn < move.today) return `Over since ${one.endsOn}: it ${as}.`
  if (one.startsOn <= move.today)
    return `Running already: it ${as}, or has to be prolonged by a change of its days.`
  const waits = move.to > move.from ? `waits ${inDays(daysBetween(move.from, move.to))}` : 'has to begin'
  const words =
    move.to > move.from
      ? `To keep its distance it ${waits}, until ${wouldStart}; as it stands it ${as}.`
      : `To keep its distance it ${waits} on ${wouldStart}; as it stands it ${as}.`
  if (wouldStart < move.today) return `${words} That day is past already.`
  return one.lateBy > 0 ? `${words} ${lateWords(one)}` : words
}

const lateWords = ({ tooLate, lateBy }: Hit): string =>
  `${tooLate} of its steps would be too late, the last by ${lateBy} working ${lateBy === 1 ? 'day' : 'days'}.`

/** A move as a whole, in a sentence. */
export function trialWords(move: Omit<Moved, 'today'>, hits: readonly { tooLate: readonly unknown[] }[]) {
  const days = daysBetween(move.from, move.to)
  const way = days > 0 ? `${inDays(days)} later` : `${inDays(-days)} earlier`
  if (hits.length === 0) return `${way}. No campaign serves it that would be hit.`
  const late = hits.reduce((sum, one) => sum + one.tooLate.length, 0)
  const campaigns = `${hits.length} ${hits.length === 1 ? 'campaign is' : 'campaigns are'} hit`
  const steps =
    late === 0 ? 'no step would be too late' : `${late} ${late === 1 ? 'step' : 'steps'} would be too late`
  return `${way}: ${campaigns}, ${steps}.`
}
