import type { Ctx } from '../../../kernel/ctx.ts'
import { exchange } from '../../../methods/money.ts'
import type { Line } from '../../budget/contract.ts'
import { isHeadcount } from '../../budget/rules.ts'
import { lines as budgetLines } from '../../budget/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { reaching } from '../../trace/server/index.ts'
import type { UntracedLine } from '../contract.ts'
import { untracedRate } from '../rules.ts'

const measures = ['plan', 'committed', 'actual'] as const
type Amounts = Record<(typeof measures)[number], number>
type Weighed = { line: Line; own: Amounts; isTraced: boolean }

const sum = (months: readonly number[] | null): number => (months ?? []).reduce((all, one) => all + one, 0)

/** The lines of the running fiscal year in the organisation’s currency, without headcount, and whether they lead up. */
export async function weighed(ctx: Ctx) {
  const { currency } = await organisation(ctx.db)
  const { year, lines } = await budgetLines(ctx, {})
  const spent = lines.filter((line) => !isHeadcount(line))
  const leadsUp = await reaching(
    ctx,
    spent.map(({ id }) => ({ kind: 'budget-line', id })),
  )
  const items = spent
    .filter((line) => line.rate !== null)
    .map((line): Weighed => {
      const own = Object.fromEntries(
        measures.map((of) => [
          of,
          exchange(sum(line[of]), { currency: line.currency, rate: line.rate! }, { currency, rate: 1 }),
        ]),
      ) as Amounts
      return { line, own, isTraced: leadsUp({ kind: 'budget-line', id: line.id }) }
    })
  return { label: year?.label ?? '', currency, items, left: spent.length - items.length }
}

/** Of each measure the total, what leads nowhere, and its rate. */
export const sumsOf = (items: readonly Weighed[]) => {
  const of = (measure: (typeof measures)[number]) => {
    const total = items.reduce((all, one) => all + one.own[measure], 0)
    const untraced = items.reduce((all, one) => all + (one.isTraced ? 0 : one.own[measure]), 0)
    return { total, untraced, rate: untracedRate(untraced, total) }
  }
  return { plan: of('plan'), committed: of('committed'), actual: of('actual') }
}

/** The largest first. */
export const untracedLines = (items: readonly Weighed[]): UntracedLine[] =>
  items
    .filter((one) => !one.isTraced)
    .sort((a, b) => b.own.plan - a.own.plan)
    .map(({ line: { id, name, area, campaign, currency, plan, committed, actual } }) => ({
      ...{ id, name, area, campaign, currency },
      ...{ plan: sum(plan), committed: sum(committed), actual: sum(actual) },
    }))

export async function spendOf(ctx: Ctx) {
  const { label, currency, items, left } = await weighed(ctx)
  const areas = [...new Set(items.map((one) => one.line.area))].sort().map((area) => ({
    area,
    ...sumsOf(items.filter((one) => one.line.area === area)),
  }))
  const notes = [
    'What people cost is left out: their work is measured in hours.',
    ...(left > 0
      ? [
          `${left === 1 ? 'One line is' : `${left} lines are`} left out: no rate of ${left === 1 ? 'its' : 'their'} currency is known on the first day of ${label}.`,
        ]
      : []),
  ]
  return { label, currency, ...sumsOf(items), areas, lines: untracedLines(items), notes }
}
