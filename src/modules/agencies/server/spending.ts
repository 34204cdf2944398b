import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, Problem } from '../../../kernel/errors.ts'
import type { Invoice, Order } from '../../budget/contract.ts'
import { inOwn, invoices, orders } from '../../budget/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { parentsOf } from '../../trace/server/index.ts'
import { agencies, type Spending } from '../contract.ts'
import { perDeliverable } from '../rules.ts'
import { requireManages } from './rates.ts'
import { allAgencies, requireAgency, requireVersion } from './records.ts'
import { around, deliverablesOf } from './show.ts'

const suppliersOf = async (ctx: Ctx, id: string): Promise<string[]> => {
  const all = ctx.db.selectFrom('agencies_suppliers').selectAll().orderBy('supplier')
  return (await all.where('agency_id', '=', id).execute()).map((row) => row.supplier)
}

/** Sums amounts in the organisation’s currency at the rates of their days; what has no rate is named and left out. */
async function summed(
  ctx: Ctx,
  amounts: { minor: number; currency: string; on: string }[],
  notes: Set<string>,
) {
  const { currency } = await organisation(ctx.db)
  let minor = 0
  for (const one of amounts) {
    try {
      minor +=
        one.currency === currency ? one.minor : (await inOwn(ctx, one.minor, one.currency, one.on)).minor
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      notes.add(
        `No rate for ${one.currency} is known on ${one.on}: amounts of that day are left out of the sums.`,
      )
    }
  }
  return { minor, currency }
}

const ofOrder = (one: Order) => ({ minor: one.released, currency: one.currency, on: one.openedOn })
const ofInvoice = (one: Invoice) => ({ minor: one.minor, currency: one.currency, on: one.invoicedOn })

/** What is known of an agency’s orders and invoices on the lines the asker may read. */
async function booksOf(ctx: Ctx, suppliers: string[]) {
  const own = <T extends { supplier: string }>(all: T[]) =>
    all.filter((one) => suppliers.includes(one.supplier))
  const ordered = own((await orders(ctx, {})).items)
  const invoiced = own((await invoices(ctx, {})).items).filter((one) => one.state === 'booked')
  const lines = [...new Set([...ordered, ...invoiced].map((one) => one.line.id))]
  const parents = await parentsOf(ctx.db, 'budget-line', lines)
  const { campaign } = await around(ctx)
  const campaignOf = (one: Order | Invoice) => {
    const parent = parents.get(one.line.id)
    return parent?.kind === 'campaign' ? campaign(parent.id) : null
  }
  return { ordered, invoiced, campaignOf }
}

export async function spending(ctx: Ctx, { id }: { id: string }): Promise<Spending> {
  await requireAgency(ctx, id)
  const suppliers = await suppliersOf(ctx, id)
  const { ordered, invoiced, campaignOf } = await booksOf(ctx, suppliers)
  const accepted = (await deliverablesOf(ctx, { agencyId: id })).filter((one) => one.state === 'accepted')
  const notes = new Set<string>()
  const total = await summed(ctx, invoiced.map(ofInvoice), notes)
  const named = ({ id: lineId, name }: { id: string; name: string }) => ({ id: lineId, name })
  return {
    suppliers,
    orders: ordered.map((one) => ({
      ...{ id: one.id, number: one.number, supplier: one.supplier, what: one.what, state: one.state },
      ...{ on: one.openedOn, line: named(one.line), campaign: campaignOf(one) },
      ordered: { minor: one.released, currency: one.currency },
      billed: { minor: one.billed, currency: one.currency },
    })),
    invoices: invoiced.map((one) => ({
      ...{ id: one.id, number: one.number, supplier: one.supplier, order: one.order?.number ?? null },
      ...{ on: one.invoicedOn, line: named(one.line), campaign: campaignOf(one) },
      amount: { minor: one.minor, currency: one.currency },
    })),
    ordered: await summed(ctx, ordered.map(ofOrder), notes),
    invoiced: total,
    accepted: accepted.length,
    perDeliverable: costOf(total, accepted.length),
    campaigns: await byCampaign(ctx, { invoiced, campaignOf, accepted, notes }),
    notes: [...notes],
  }
}

function costOf(total: { minor: number; currency: string }, accepted: number) {
  const minor = perDeliverable(total.minor, accepted)
  return minor === null ? null : { minor, currency: total.currency }
}

type Behind = Pick<Awaited<ReturnType<typeof booksOf>>, 'invoiced' | 'campaignOf'> & {
  accepted: { campaign: { id: string; name: string } }[]
  notes: Set<string>
}

async function byCampaign(ctx: Ctx, { invoiced, campaignOf, accepted, notes }: Behind) {
  const tied = invoiced.flatMap((one) => campaignOf(one) ?? [])
  const all = new Map([...tied, ...accepted.map((one) => one.campaign)].map((one) => [one.id, one]))
  const found: Spending['campaigns'] = []
  for (const campaign of all.values()) {
    const own = invoiced.filter((one) => campaignOf(one)?.id === campaign.id)
    const sum = await summed(ctx, own.map(ofInvoice), notes)
    const many = accepted.filter((one) => one.campaign.id === campaign.id).length
    const perOne = own.length > 0 ? costOf(sum, many) : null
    found.push({ campaign, invoiced: sum, accepted: many, perDeliverable: perOne })
  }
  return found.sort((a, b) => b.invoiced.minor - a.invoiced.minor)
}

export async function suppliers(ctx: Ctx) {
  const names = [...(await orders(ctx, {})).items, ...(await invoices(ctx, {})).items].map(
    (one) => one.supplier,
  )
  const tied = await ctx.db.selectFrom('agencies_suppliers').selectAll().execute()
  const known = new Map((await allAgencies(ctx)).map((row) => [row.id, { id: row.id, name: row.name }]))
  const ownerOf = new Map(tied.map((row) => [row.supplier, known.get(row.agency_id) ?? null]))
  return {
    items: [...new Set(names)]
      .sort((a, b) => a.localeCompare(b))
      .map((name) => ({ name, agency: ownerOf.get(name) ?? null })),
  }
}

export async function setSuppliers(
  ctx: Ctx,
  { id, version, suppliers: said }: In<typeof agencies.setSuppliers>,
) {
  requireManages(ctx)
  const row = await requireAgency(ctx, id)
  requireVersion(row, row.name, version)
  const known = (await suppliers(ctx)).items
  const before = await suppliersOf(ctx, id)
  for (const name of said.filter((one) => !before.includes(one))) {
    const found = known.find((one) => one.name === name)
    if (!found) throw conflict(`No order and no invoice you may read is of “${name}”.`)
    if (found.agency && found.agency.id !== id)
      throw conflict(`“${name}” is ${found.agency.name} already: it would be counted twice.`)
  }

  for (const name of before.filter((one) => !said.includes(one)))
    await ctx.delete('agencies_suppliers', { supplier: name })
  for (const name of new Set(said.filter((one) => !before.includes(one))))
    await ctx.insert('agencies_suppliers', { supplier: name, agency_id: id })
  await ctx.update('agencies_records', id, { version: version + 1 })
  await ctx.record(agencies.events.suppliersSet, id, { name: row.name })

  return spending(ctx, { id })
}
