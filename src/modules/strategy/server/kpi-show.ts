import { catalogue } from '../../../engine/query/catalogue.ts'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { freshen } from '../../imports/server/index.ts'
import { parentsOf } from '../../trace/server/index.ts'
import type { strategy } from '../contract.ts'
import { roleTitles, whyNotSign } from '../rules.ts'
import type { Kpi, SignerRole } from '../things/kpi.ts'
import { here } from './figures.ts'
import { goalNames, periodLabel } from './goal-rows.ts'
import { agreedSettings } from './settings.ts'
import { standing } from './standing.ts'
import type { KpiRow, SignatureRow } from './tables.ts'

export async function requireKpi(ctx: Ctx, id: string): Promise<KpiRow> {
  const row = await ctx.db.selectFrom('strategy_kpis').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This KPI agreement')
  return row
}

export const signersOf = (row: KpiRow) => [
  { role: 'boss' as const, person: { id: row.boss_id, name: row.boss_name } },
  { role: 'above' as const, person: { id: row.above_id, name: row.above_name } },
]

export const signaturesOf = (ctx: Ctx, ids: string[]): Promise<SignatureRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db.selectFrom('strategy_signatures').selectAll().where('kpi_id', 'in', ids).execute()

/** What judges of signing need to know. */
export const toJudged = (row: KpiRow, signed: readonly SignatureRow[]) => ({
  state: row.state,
  withdrawn: row.withdrawn_by === null ? null : { by: row.withdrawn_by, reason: row.reason ?? '' },
  signers: signersOf(row).map(({ role, person }) => ({
    role,
    personId: person.id,
    isSigned: signed.some((one) => one.role === role),
  })),
})

/** Rows as things, each with where it stands. */
export async function toKpis(ctx: Ctx, rows: KpiRow[]): Promise<Kpi[]> {
  await freshen(ctx)
  const ids = rows.map((row) => row.id)
  const at = await here(ctx)
  const signatures = await signaturesOf(ctx, ids)
  const parents = await parentsOf(ctx.db, 'kpi', ids)
  const goals = await goalNames(
    ctx.db,
    [...parents.values()].map((one) => one.id),
  )
  const kin = await kinOf(ctx)
  return Promise.all(
    rows.map(async (row) => {
      const signed = signatures.filter((one) => one.kpi_id === row.id)
      return {
        ...termsOf(row, at),
        ...peopleOf(row, signed),
        goal: goals.get(parents.get(row.id)?.id ?? '') ?? null,
        supersedes: kin.find((one) => one.id === row.supersedes_id) ?? null,
        supersededBy: kin.find((one) => one.supersedes_id === row.id) ?? null,
        doubts: await doubtsOf(ctx, row),
        standing: await standing(ctx, row, at),
        can: canOf(ctx, row, signed),
      }
    }),
  )
}

/** Agreements that took the place of others. */
const kinOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('strategy_kpis')
    .select(['id', 'name', 'supersedes_id'])
    .where('state', 'in', ['signed', 'superseded'])
    .execute()

function termsOf(row: KpiRow, { calendar }: Awaited<ReturnType<typeof here>>) {
  const { from_on: from, to_on: to } = row
  return {
    id: row.id,
    name: row.name,
    definition: row.definition,
    period: { from, to, label: periodLabel(from, to, calendar) },
    baseline: row.baseline,
    target: row.target,
    pathKind: row.path_kind,
    path: row.path,
    band: row.band,
    weight: row.weight,
    decision: row.decision,
    why: row.why,
    lead: row.lead,
    state: row.state,
  }
}

function peopleOf(row: KpiRow, signed: SignatureRow[]) {
  return {
    owner: { id: row.owner_id, name: row.owner_name },
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at.toISOString(),
    signers: signersOf(row).map(({ role, person }) => {
      const found = signed.find((one) => one.role === role)
      const when = found ? { at: found.signed_at.toISOString(), note: found.note } : null
      return { role, roleTitle: roleTitles[role], person, signed: when }
    }),
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { by: row.withdrawn_by ?? '', at: row.withdrawn_at.toISOString(), reason: row.reason ?? '' },
  }
}

/** Of what stands: whether its formula, or the settings it rests on, are others than were agreed. */
async function doubtsOf(ctx: Ctx, { state, definition }: KpiRow): Promise<string[]> {
  const { metric } = definition
  if (metric === null || (state !== 'open' && state !== 'signed')) return []
  const now = ctx.use(catalogue).metrics.get(metric)
  if (!now) return [`The catalogue has no metric “${metric}” any more.`]
  const settings = await ctx.use(agreedSettings).of(ctx.db, metric)
  const changed = definition.settings.flatMap(({ name, version }) => {
    const today = settings.find((one) => one.name === name)?.version
    return today === undefined || today === version
      ? []
      : [`Agreed on version ${version} of ${name}, now ${today}.`]
  })
  return now.formula === definition.formula
    ? changed
    : [`Agreed on the formula ${definition.formula}, now ${now.formula}.`, ...changed]
}

function canOf(ctx: Ctx, row: KpiRow, signed: SignatureRow[]): Kpi['can'] {
  const { personId } = ctx.actor
  const objection = whyNotSign(toJudged(row, signed), personId)
  const own = signersOf(row).find((one) => one.person.id === personId)
  const role: SignerRole | null = objection === null ? (own?.role ?? null) : null
  return { sign: role, whyNotSign: objection, manage: holds(ctx.actor, 'strategy:manage') }
}

export async function toKpi(ctx: Ctx, row: KpiRow): Promise<Kpi> {
  return (await toKpis(ctx, [row]))[0]!
}

export const kpi = async (ctx: Ctx, { id }: In<typeof strategy.kpi>) => toKpi(ctx, await requireKpi(ctx, id))

export async function kpis(ctx: Ctx, { state, goal }: In<typeof strategy.kpis>) {
  const rows = await ctx.db
    .selectFrom('strategy_kpis')
    .selectAll()
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'open'))
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  const items = await toKpis(ctx, rows)
  return { items: goal === undefined ? items : items.filter((one) => one.goal?.id === goal) }
}

/** Those of these agreements that exist, in the order they were asked for. */
export async function kpisOf(ctx: Ctx, ids: string[]): Promise<Kpi[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db.selectFrom('strategy_kpis').selectAll().where('id', 'in', ids).execute()
  const found = new Map((await toKpis(ctx, rows)).map((one) => [one.id, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}
