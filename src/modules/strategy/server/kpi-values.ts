import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { periodsBetween } from '../../../methods/fiscal.ts'
import { strategy } from '../contract.ts'
import { here } from './figures.ts'
import { requireKpi, toKpi } from './kpi-show.ts'
import { valuesOf } from './standing.ts'
import type { KpiRow } from './tables.ts'

export async function kpiValues(ctx: Ctx, { id }: In<typeof strategy.kpiValues>) {
  const row = await requireByHand(ctx, id)
  const { calendar } = await here(ctx)
  const kept = new Map((await valuesOf(ctx, id)).map((one) => [one.month_on, one]))
  const items = periodsBetween(row.from_on, row.to_on, 'month', calendar).map(
    ({ startsOn: month, label }) => {
      const found = kept.get(month)
      return {
        ...{ month, label, value: found?.value ?? null, note: found?.note ?? '' },
        ...{ by: found?.kept_by ?? null, at: found?.kept_at.toISOString() ?? null },
      }
    },
  )
  return { items }
}

export async function keepKpiValue(ctx: Ctx, { id, month, value, note }: In<typeof strategy.keepKpiValue>) {
  const row = await requireByHand(ctx, id)
  const { label } = await requireMonth(ctx, row, month)

  const which = { kpi_id: id, month_on: month }
  const kept = { value: value ?? 0, note, kept_by: ctx.actor.name, kept_at: ctx.now }
  if (value === null) await ctx.delete('strategy_values', which)
  else if (!(await ctx.update('strategy_values', which, kept)))
    await ctx.insert('strategy_values', { id: ctx.id('kpv'), ...which, ...kept })
  const said = value === null ? 'nothing' : String(value)
  await ctx.record(strategy.events.kpiValueKept, id, { what: row.name, month: label, value: said })

  return toKpi(ctx, row)
}

async function requireByHand(ctx: Ctx, id: string): Promise<KpiRow> {
  const row = await requireKpi(ctx, id)
  if (row.definition.metric !== null)
    throw conflict(`${row.name} is counted from the catalogue; its values cannot be typed.`)
  return row
}

async function requireMonth(ctx: Ctx, row: KpiRow, month: string) {
  if (row.state === 'withdrawn' || row.state === 'superseded')
    throw conflict(`${row.name} is ${row.state}; its values stay as they were.`)
  const { month: monthOf, today } = await here(ctx)
  const found = monthOf(month)
  if (found.startsOn !== month) throw invalid(`${month} is no first day of a month. Say ${found.startsOn}.`)
  if (month < row.from_on || month > row.to_on)
    throw invalid(`${found.label} is outside of the period of ${row.name}, ${row.from_on} to ${row.to_on}.`)
  if (month > today) throw invalid(`${found.label} has not begun; nothing can be known of it.`)
  return found
}
