import type { Day } from '../../../methods/fiscal.ts'
import type { Definition, Kpi } from '../things/kpi.ts'

type Filter = Definition['where'][number]
type Measured = Pick<Definition, 'metric' | 'title' | 'where'>
type Promised = {
  ownerId: string
  definition: Measured
  from: Day
  to: Day
}
type Standing = Promised & { name: string; ownerName: string; state: Kpi['state'] }

const plain = (words: string): string => words.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Conditions as one text, whichever order they and their values were said in. */
const conditionsOf = (where: readonly Filter[]): string =>
  where
    .map(({ dimension, is, values }) => JSON.stringify([dimension, is, [...new Set(values)].sort()]))
    .sort()
    .join()

/** What is kept by hand has no id in the catalogue; it is known by what it is called. */
const isSameFigure = (a: Measured, b: Measured): boolean =>
  (a.metric !== null && b.metric !== null ? a.metric === b.metric : plain(a.title) === plain(b.title)) &&
  conditionsOf(a.where) === conditionsOf(b.where)

const stands = { open: 'proposed', signed: 'in force', superseded: 'superseded', withdrawn: 'withdrawn' }

/**
 * Why nothing can be promised beside what was promised already, or null: an owner has one agreement on a figure at a
 * time, or the one that is missed would be answered with the other.
 */
export function whyNotBeside(asked: Promised, known: readonly Standing[]): string | null {
  const beside = known
    .filter((one) => one.ownerId === asked.ownerId && isSameFigure(one.definition, asked.definition))
    .filter((one) => one.from <= asked.to && asked.from <= one.to)
    .sort((a, b) => Number(b.state === 'signed') - Number(a.state === 'signed'))[0]
  if (!beside) return null
  const { name, ownerName, definition, from, to, state } = beside
  const is = `“${name}” of ${ownerName}, on ${definition.title} from ${from} to ${to}, is ${stands[state]} already.`
  return state === 'open'
    ? `${is} Sign or withdraw it first, or choose other days or conditions.`
    : `${is} Propose this one to supersede it, or choose other days or conditions.`
}

type Aim = Pick<Definition, 'title' | 'unit' | 'better'> & {
  baseline: number
  target: number
  points?: readonly number[] | undefined
}

const neverBelow = { count: 'A count', days: 'A number of days' }

/** Why two numbers are no aim, or null: counts begin at 0, and a target lies on the better side of where one stands. */
export function whyNotAim({ title, unit, better, baseline, target, points = [] }: Aim): string | null {
  const least = unit === 'count' || unit === 'days' ? neverBelow[unit] : null
  const said = [
    ['baseline', baseline],
    ['target', target],
    ...points.map((value) => ['path', value]),
  ] as const
  const below = said.find(([, value]) => least !== null && Number(value) < 0)
  if (below)
    return `${least} is never below 0, and the ${below[0]} of ${title} is ${below[1]}. Say 0 or more.`
  if (target === baseline)
    return `The target of ${title} is its baseline, ${baseline}: nothing would have to change, so it is no aim. Say a target that is ${better === 'up' ? 'more' : 'less'}.`
  const isWorse = better === 'up' ? target < baseline : target > baseline
  if (isWorse)
    return `The target is worse than the baseline: ${better === 'up' ? 'more' : 'less'} is better. Turn the two round, or say the other way is better.`
  return null
}
