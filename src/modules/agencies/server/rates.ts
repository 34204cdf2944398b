import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, invalid } from '../../../kernel/errors.ts'
import { whyNotCurrency } from '../../costs/rules.ts'
import { agencies } from '../contract.ts'
import { requireAgency, requireVersion } from './records.ts'

/** Routes under a right of the budget are opened by it; changing an agency needs the right to do so as well. */
export function requireManages(ctx: Ctx): void {
  if (!holds(ctx.actor, 'campaigns:manage'))
    throw forbidden('Changing an agency needs the right campaigns:manage.')
}

export async function rates(ctx: Ctx, { id }: { id: string }) {
  await requireAgency(ctx, id)
  const rows = await ctx.db
    .selectFrom('agencies_rates')
    .selectAll()
    .where('agency_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    rates: rows.map(({ what, unit, minor, currency }) => ({ what, unit, price: { minor, currency } })),
  }
}

export async function setRates(ctx: Ctx, { id, version, rates: said }: In<typeof agencies.setRates>) {
  requireManages(ctx)
  const row = await requireAgency(ctx, id)
  requireVersion(row, row.name, version)
  for (const one of said) {
    const objection = whyNotCurrency(one.price.currency)
    if (objection) throw invalid(objection)
  }
  const twice = said.find(
    (one, at) => said.findIndex((other) => other.what === one.what && other.unit === one.unit) !== at,
  )
  if (twice) throw invalid(`“${twice.what}” a ${twice.unit} stands there twice.`)

  await ctx.delete('agencies_rates', { agency_id: id })
  for (const [position, { what, unit, price }] of said.entries())
    await ctx.insert('agencies_rates', { id: ctx.id('rat'), agency_id: id, what, unit, ...price, position })
  await ctx.update('agencies_records', id, { version: version + 1 })
  await ctx.record(agencies.events.ratesSet, id, { name: row.name })

  return rates(ctx, { id })
}
