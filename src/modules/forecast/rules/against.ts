import { type Day, daysBetween } from '../../../methods/fiscal.ts'
import type { MetricForecast } from '../things.ts'

/** Further ahead the limits hold anything, and nobody is helped. */
const reach = 24

type Told = Pick<MetricForecast, 'history' | 'running' | 'points'>
type Agreed = { from: Day; to: Day; target: number; better: 'up' | 'down'; isCumulative: boolean }
type Limits = { point: number; lo80: number; hi80: number; lo95: number; hi95: number }
export type Month = Limits & { period: string; from: Day; to: Day; isKnown: boolean }
export type Against = {
  /** Month by month of the agreed period: sums are those since it began. */
  months: Month[]
  end: Month
  /** What is known of the period, and how many months are expected. */
  known: { value: number; months: number }
  expected: number
  chance: 'likely' | 'open' | 'unlikely' | 'over'
}

/** How many months to ask for, so that the end of an agreed period is among them; a sentence where it is too far off. */
export function monthsTo(end: Day, known: Day): number | string {
  const months = Math.max(1, Math.ceil(daysBetween(known, end) / 30.4) + 2)
  return months <= reach
    ? months
    : `The period ends on ${end}. A forecast reaches ${reach - 2} months beyond what is known; it shows once that is nearer.`
}

/**
 * A forecast by month held against what was agreed for the end of a period; a sentence where the two do not meet. Limits
 * of a sum are those of its months added up, as if all missed the same way: the widest they can be.
 */
export function againstTarget(told: Told, agreed: Agreed): Against | string {
  const own = monthsOf(told).filter((one) => one.from >= agreed.from && one.to <= agreed.to)
  const last = own.at(-1)
  if (last?.to !== agreed.to)
    return last
      ? `The forecast ends on ${last.to} and the period on ${agreed.to}: what it comes to by then cannot be told yet.`
      : `The forecast knows no month from ${agreed.from} to ${agreed.to}.`
  const months = agreed.isCumulative ? summed(own) : own
  const end = months.at(-1)!
  const whole = months.filter((one) => one.isKnown)
  return {
    months,
    end,
    known: { value: whole.at(-1)?.point ?? 0, months: whole.length },
    expected: months.length - whole.length,
    chance: end.isKnown ? 'over' : chanceOf(end, agreed),
  }
}

function monthsOf({ history, running, points }: Told): Month[] {
  const known = history.map(({ value, ...span }) => ({ ...span, ...exactly(value), isKnown: true }))
  const now = running?.isUsed && running.expected ? [{ ...running, ...running.expected }] : []
  return [...known, ...[...now, ...points].map((one) => ({ ...one, isKnown: false }))]
}

const exactly = (value: number): Limits => ({
  point: value,
  lo80: value,
  hi80: value,
  lo95: value,
  hi95: value,
})

function summed(months: readonly Month[]): Month[] {
  let so = exactly(0)
  return months.map((one) => {
    so = {
      ...{ point: so.point + one.point, lo80: so.lo80 + one.lo80, hi80: so.hi80 + one.hi80 },
      ...{ lo95: so.lo95 + one.lo95, hi95: so.hi95 + one.hi95 },
    }
    return { ...one, ...so }
  })
}

function chanceOf({ lo80, hi80 }: Limits, { target, better }: Agreed): Against['chance'] {
  const [worst, best] = better === 'up' ? [lo80, hi80] : [-hi80, -lo80]
  const aim = better === 'up' ? target : -target
  return worst >= aim ? 'likely' : best < aim ? 'unlikely' : 'open'
}

/** What the forecast says of the target, in a sentence. */
export const chanceWords: Record<Against['chance'], string> = {
  likely: 'The target is reached even at the worse of the 80 % limits.',
  open: 'The target lies within the 80 % limits: it can still go either way.',
  unlikely: 'The target is missed even at the better of the 80 % limits.',
  over: 'The period is over; this is what it came to.',
}
