import { catalogue, whyNotDimension } from '../../../engine/query/catalogue.ts'
import { filterWords } from '../../../engine/query/query.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, invalid } from '../../../kernel/errors.ts'
import { type Period, periodsBetween, yearAgo } from '../../../methods/fiscal.ts'
import { type PathPoint, seasonalPath, straightPath } from '../../../methods/kpi-path.ts'
import { minorDigits } from '../../../methods/money.ts'
import type { strategy } from '../contract.ts'
import { whyNotPoints } from '../rules.ts'
import type { Definition } from '../things/kpi.ts'
import { here, requireMetric, seriesOf } from './figures.ts'
import { agreedSettings } from './settings.ts'

type Asked = In<typeof strategy.proposeKpi>

/** What is measured, copied as it is now: a later change of the catalogue does not reach into an agreement. */
export async function definitionOf(ctx: Ctx, asked: Asked): Promise<Definition> {
  if ((asked.metric === undefined) === (asked.manual === undefined))
    throw invalid('Say either a metric of the catalogue, or define one whose values are kept by hand.')
  if (asked.manual) return byHand(ctx, asked.manual)
  const metric = requireMetric(ctx, asked.metric!)
  const better = asked.better ?? (metric.direction === 'none' ? undefined : metric.direction)
  if (!better)
    throw invalid(
      `The catalogue does not say whether more or less of ${metric.title} is better. Say it here.`,
      [{ field: 'better', message: 'needs up or down' }],
    )
  requireDimensions(ctx, asked)
  return {
    ...{ metric: metric.id, title: metric.title, words: metric.words, formula: metric.formula },
    source: 'The catalogue, counted from what was imported and written here',
    ...{ unit: metric.unit, kind: metric.kind, better, isCumulative: metric.additive },
    currency: metric.unit === 'money' ? (await here(ctx)).currency : null,
    where: asked.where,
    conditions: asked.where.map(filterWords),
    settings: await ctx.use(agreedSettings).of(ctx.db, metric.id),
  }
}

function requireDimensions(ctx: Ctx, { metric, where }: Asked): void {
  const known = ctx.use(catalogue)
  const found = requireMetric(ctx, metric!)
  const withheld = known
    .factsOf(found)
    .flatMap((fact) => where.flatMap((one) => whyNotDimension(fact, one.dimension) ?? []))
  if (withheld[0]) throw forbidden(withheld[0])
  const names = known.dimensionsOf(found)
  const strange = where.find((one) => !names.includes(one.dimension))
  if (strange)
    throw invalid(`${found.title} has no dimension “${strange.dimension}”. It has ${names.join(', ')}.`)
}

async function byHand(ctx: Ctx, manual: NonNullable<Asked['manual']>): Promise<Definition> {
  const { currency, ...said } = manual
  const own = (await here(ctx)).currency
  return {
    ...said,
    metric: null,
    formula: 'Kept by hand, month by month',
    currency: said.unit === 'money' ? (currency ?? own) : null,
    ...{ where: [], conditions: [], settings: [] },
  }
}

/** The months of the period; a KPI is agreed for whole ones, so that it fits the fiscal calendar. */
export async function monthsOf(ctx: Ctx, { from, to }: Asked): Promise<Period[]> {
  const { calendar, month } = await here(ctx)
  if (to < from) throw invalid(`The period ends on ${to}, before it begins on ${from}.`)
  if (month(from).startsOn !== from)
    throw invalid(`The period begins within ${month(from).label}. Begin on ${month(from).startsOn}.`)
  if (month(to).endsOn !== to)
    throw invalid(`The period ends within ${month(to).label}. End on ${month(to).endsOn}.`)
  const months = periodsBetween(from, to, 'month', calendar)
  if (months.length > 60) throw invalid('A KPI is agreed for five years at most.')
  return months
}

/** The path, written out month by month so that it can be locked. */
export async function pathOf(
  ctx: Ctx,
  asked: Asked,
  definition: Definition,
  months: Period[],
): Promise<PathPoint[]> {
  const { baseline, target, pathKind, points } = asked
  const terms = { months, baseline, target, isCumulative: definition.isCumulative }
  if (pathKind === 'straight') return straightPath(terms)
  if (pathKind === 'seasonal') return seasonal(ctx, terms, definition)
  const labels = months.map((one) => one.label)
  const objection = whyNotPoints(points, labels, target)
  if (objection) throw invalid(objection, [{ field: 'points', message: objection }])
  return months.map(({ endsOn }, at) => ({ endsOn, value: points![at]! }))
}

async function seasonal(ctx: Ctx, terms: Parameters<typeof straightPath>[0], definition: Definition) {
  if (definition.metric === null)
    throw invalid(
      'Values kept by hand have no history to take a season from. Choose a straight or a custom path.',
    )
  const { calendar, month } = await here(ctx)
  const metric = requireMetric(ctx, definition.metric)
  const steps = await seriesOf(ctx, metric, 'month', definition.where)
  const known = new Map(steps.map((one) => [one.startsOn, one.value]))
  const history = terms.months.map((one) => {
    const years: number[] = []
    let before = yearAgo(month(one.startsOn), calendar)
    while (years.length < 5 && known.size > 0 && before.startsOn >= steps[0]!.startsOn) {
      const value = known.get(before.startsOn)
      if (value !== undefined) years.push(value)
      before = yearAgo(before, calendar)
    }
    return years
  })
  // Every month as many years, or those with more would weigh by their growth.
  const least = Math.min(...history.map((years) => years.length))
  if (!(least > 0))
    throw invalid(
      `${metric.title} has no whole year before the period yet, so there is no season to follow. Choose a straight or a custom path.`,
    )
  try {
    return seasonalPath(
      terms,
      history.map((years) => years.slice(0, least)),
    )
  } catch (error) {
    if (error instanceof RangeError) throw invalid(error.message)
    throw error
  }
}

/** An amount of money as exact as its currency is. */
export const settled = (value: number, { unit, currency }: Definition): number =>
  unit === 'money' && currency ? Number(value.toFixed(minorDigits(currency))) : value
