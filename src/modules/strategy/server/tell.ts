import type { Ctx } from '../../../kernel/ctx.ts'
import { notify } from '../../activity/server/index.ts'
import type { Need } from '../../identity/contract.ts'
import { signaturesOf, signersOf } from './kpi-show.ts'
import type { KpiRow } from './tables.ts'

const linkTo = (id: string): string => `/kpis/${id}`

export async function tellSigners(ctx: Ctx, row: KpiRow): Promise<void> {
  const words = {
    title: `To be signed: ${row.name}`,
    why: `${row.proposed_by} proposed it.`,
    link: linkTo(row.id),
  }
  for (const { person } of signersOf(row)) await notify(ctx, person.id, words)
}

/** The owner, whoever proposed it, and both signers. */
export async function tellThose(ctx: Ctx, row: KpiRow, words: { title: string; why: string }): Promise<void> {
  const people = [row.owner_id, row.proposed_by_id, row.boss_id, row.above_id]
  for (const id of new Set(people.filter((one) => one !== null)))
    await notify(ctx, id, { ...words, link: linkTo(row.id) })
}

/** What waits for the asker’s signature. */
export async function needsOfStrategy(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId) return []
  const rows = await ctx.db
    .selectFrom('strategy_kpis')
    .selectAll()
    .where('state', '=', 'open')
    .where((e) => e.or([e('boss_id', '=', personId), e('above_id', '=', personId)]))
    .execute()
  const signed = await signaturesOf(
    ctx,
    rows.map((row) => row.id),
  )
  return rows
    .filter((row) => !signed.some((one) => one.kpi_id === row.id && one.person_id === personId))
    .map((row) => ({
      title: `Sign the KPI agreement: ${row.name}`,
      why: `${row.proposed_by} proposed it; ${row.owner_name} owns it.`,
      link: linkTo(row.id),
    }))
}
