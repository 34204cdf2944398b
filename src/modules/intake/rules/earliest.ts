import type { Day } from '../../../methods/days.ts'
import { daysAt, daysToFinish, itemsAt, itemsWithin, whyNotHistory } from '../../../methods/flow/index.ts'
import { addWorkingDays, workingDaysBetween } from '../../../methods/working-days.ts'
import type { Earliest } from '../things.ts'

/** What a board did: items finished on each of the last working days, oldest first, and what is open. */
export type Pace = { finished: readonly number[]; open: number }

const noHolidays = new Set<Day>()
const how = { seed: 1 }

/** The earliest realistic days for one more item behind all that is open; no day where the pace is not known. */
export function earliestOf({ finished, open }: Pace, today: Day, wishedOn: Day | null): Earliest {
  const restsOn = `What was finished on each of the last ${finished.length} working days (${sum(finished)} items), with ${open} open before it. Public holidays and leave are not taken out.`
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
  return `As likely as not by ${p50}; in 85 of 100 cases by ${p85}, if we say yes today.`
}

function soonerOf({ finished, open }: Pace, today: Day, on: Day): NonNullable<Earliest['sooner']> {
  const days = workingDaysBetween(today, on, noHolidays)
  const done = days < 1 ? 0 : itemsAt(itemsWithin(finished, days, how), 0.85)
  if (done < 1)
    return {
      ...{ on, displaced: null },
      words: `Not even with everything else put back: at our pace nothing begun today is safely done by ${on}.`,
    }
  const displaced = Math.max(1, open + 1 - done)
  const pieces = displaced === 1 ? '1 piece of work' : `${displaced} pieces of work`
  return {
    ...{ on, displaced },
    words: `To be done by ${on}, ${pieces} that came before would have to wait. Whoever leads that work has to accept it first.`,
  }
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
