import { type Day, sayDay } from '../../../methods/days.ts'
import { daysAt, daysToFinish, itemsAt, itemsWithin, whyNotHistory } from '../../../methods/flow/index.ts'
import { addWorkingDays, workingDaysBetween } from '../../../methods/working-days.ts'
import type { Earliest } from '../things.ts'

/** What a board did: items finished on each of the last working days, oldest first, and what is open. */
export type Pace = { finished: readonly number[]; open: number }

const noHolidays = new Set<Day>()
const how = { seed: 1 }

/** The earliest realistic days for one more item behind all that is open; no day where the pace is not known. */
export function earliestOf({ finished, open }: Pace, today: Day, wishedOn: Day | null): Earliest {
  const restsOn = `What was finished on each of the last ${finished.length} working days (${sum(finished)} items), with ${open} open before it. Its pace holds the holidays and the leave of those weeks, not those to come.`
  const objection = whyNotHistory(finished)
  if (objection)
    return {
      ...{ p50: null, p85: null, sooner: null, restsOn },
      words: `No day can be told yet. ${objection}`,
    }
  const delivery = daysToFinish(finished, open + 1, how)
  const on = (share: number) => {
    const days = daysAt(delivery, share)
    return days === null ? null : addWorkingDays(today, days, noHolidays)
  }
  const [p50, p85] = [on(0.5), on(0.85)]
  return {
    ...{ p50, p85, restsOn },
    words: inWords(p50, p85),
    sooner: wishedOn && p85 && wishedOn < p85 ? soonerOf({ finished, open }, today, wishedOn) : null,
  }
}

function inWords(p50: Day | null, p85: Day | null): string {
  if (!p50 || !p85) return 'At the pace of the last weeks it would take more than ten years.'
  return `As likely as not by ${sayDay(p50)}; in 85 of 100 cases by ${sayDay(p85)}, if we say yes today.`
}

function soonerOf({ finished, open }: Pace, today: Day, on: Day): NonNullable<Earliest['sooner']> {
  const days = workingDaysBetween(today, on, noHolidays)
  const done = days < 1 ? 0 : itemsAt(itemsWithin(finished, days, how), 0.85)
  if (done < 1)
    return {
      ...{ on, displaced: null },
      words: `Not even with everything else put back: at our pace nothing begun today is safely done by ${sayDay(on)}.`,
    }
  const displaced = Math.max(1, open + 1 - done)
  const pieces = displaced === 1 ? '1 piece of work' : `${displaced} pieces of work`
  return {
    ...{ on, displaced },
    words: `To be done by ${sayDay(on)}, ${pieces} that came before would have to wait. Whoever leads that work has to accept it first.`,
  }
}

/** How much longer 85 of 100 cases take than half of them do; the hours of a piece of work vary as its days do. */
export function unsteadiness({ finished, open }: Pace): number {
  if (whyNotHistory(finished)) return 1
  const delivery = daysToFinish(finished, open + 1, how)
  const [half, most] = [daysAt(delivery, 0.5), daysAt(delivery, 0.85)]
  return half && most ? most / half : 1
}

type Room = { days: readonly (Day | null)[]; people: number; weeks: number; hours: number }

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** The days of the pace, or those on which the hours are free where these come later; which decides is said. */
export function withHours(told: Earliest, { days, people, weeks, hours }: Room): Earliest {
  const [half, most] = days
  if (!told.p50 || !told.p85) return told
  const size = `${Math.round(hours * 10) / 10} hours of ${people === 1 ? 'the one person' : `the ${people} people`} who work there`
  if (!half || !most)
    return {
      ...{ ...told, p50: null, p85: null },
      words: `No day can be told: ${size} are not free in the next ${weeks} weeks besides what is planned. Something would have to give way.`,
    }
  const [p50, p85] = [later(told.p50, half), later(told.p85, most)]
  const decides =
    p85 === told.p85
      ? `The pace decides: its hours would be free by ${sayDay(most)}.`
      : `The hours decide: the pace alone would allow ${sayDay(told.p85)}.`
  return {
    ...{ ...told, p50, p85, words: inWords(p50, p85) },
    restsOn: `${told.restsOn} Besides, ${size} have to be free, what is planned, leave and other duties taken out. ${decides}`,
  }
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
