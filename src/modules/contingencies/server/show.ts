import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { allListed, namedCampaigns, requireCampaign, seesCost } from '../../campaigns/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import type { BackUp, contingencies } from '../contract.ts'
import { flagsOf } from '../rules.ts'
import type { PlanRow } from './tables.ts'

export async function requirePlan(ctx: Ctx, id: string): Promise<PlanRow> {
  const row = await ctx.db
    .selectFrom('contingencies_plans')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This back-up plan')
  return row
}

export const activationsOf = (ctx: Ctx, ids: string[]) =>
  ctx.db
    .selectFrom('contingencies_activations')
    .selectAll()
    .where('plan_id', 'in', ids)
    .orderBy('activated_at', 'desc')
    .execute()

const rehearsalsOf = (ctx: Ctx, ids: string[]) =>
  ctx.db
    .selectFrom('contingencies_rehearsals')
    .selectAll()
    .where('plan_id', 'in', ids)
    .orderBy('rehearsed_on', 'desc')
    .orderBy('said_at', 'desc')
    .execute()

/** What all plans need to be shown with, read once. */
async function surroundings(ctx: Ctx, rows: PlanRow[]) {
  const ids = rows.map((row) => row.id)
  return {
    people: (await directory(ctx)).rows,
    campaigns: new Map((await namedCampaigns(ctx.db)).map(({ id, name }) => [id, name])),
    rehearsals: await rehearsalsOf(ctx, ids),
    activations: await activationsOf(ctx, ids),
    today: await todayOf(ctx),
  }
}
type Around = Awaited<ReturnType<typeof surroundings>>

async function toBackUps(ctx: Ctx, rows: PlanRow[]): Promise<BackUp[]> {
  if (rows.length === 0) return []
  const around = await surroundings(ctx, rows)
  return rows.map((row) => shown(ctx, row, around))
}

export const toBackUp = async (ctx: Ctx, row: PlanRow): Promise<BackUp> => (await toBackUps(ctx, [row]))[0]!

function shown(ctx: Ctx, row: PlanRow, { people, campaigns, today, ...around }: Around): BackUp {
  const rehearsals = around.rehearsals.filter((one) => one.plan_id === row.id)
  const activations = around.activations.filter((one) => one.plan_id === row.id)
  const isActive = activations.some((one) => one.ended_at === null)
  const rehearsedOn = rehearsals[0]?.rehearsed_on ?? null
  const owner = people.get(row.owner_id ?? '')
  const judged = { rehearsedOn, rehearseEvery: row.rehearse_every, metAt: row.met_at, isActive }
  const ownerId = owner && owner.disabled_at === null ? owner.id : null
  return {
    ...{ id: row.id, name: row.name, trigger: row.trigger, planB: row.plan_b, activation: row.activation },
    ...{ metric: row.metric, below: row.below, byOn: row.by_on, version: row.version },
    campaign: { id: row.campaign_id, name: campaigns.get(row.campaign_id) ?? '' },
    owner: owner ? { id: owner.id, name: owner.name } : null,
    rehearseEvery: row.rehearse_every,
    cost: seesCost(ctx) ? costOf(row) : null,
    hidesCost: !seesCost(ctx),
    rehearsedOn,
    rehearsals: rehearsals.map((one) => ({ on: one.rehearsed_on, note: one.note, by: one.said_by })),
    checked: row.checked_at
      ? { at: row.checked_at.toISOString(), isKnown: row.checked_known === true }
      : null,
    metAt: row.met_at?.toISOString() ?? null,
    activations: activations.map((one) => ({
      ...{ reason: one.reason, by: one.activated_by, at: one.activated_at.toISOString() },
      ...{ endedBy: one.ended_by, endedAt: one.ended_at?.toISOString() ?? null, endReason: one.end_reason },
    })),
    isActive,
    flags: flagsOf({ ...judged, ownerId }, today),
  }
}

export const costOf = (row: Pick<PlanRow, 'cost_minor' | 'cost_currency'>): BackUp['cost'] =>
  row.cost_minor === null || row.cost_currency === null
    ? null
    : { minor: row.cost_minor, currency: row.cost_currency }

const ahead = ['draft', 'in-approval', 'approved']
const most = 1000

export async function list(ctx: Ctx, { campaignId }: In<typeof contingencies.list>) {
  if (campaignId) await requireCampaign(ctx, campaignId)
  const all = ctx.db.selectFrom('contingencies_plans').selectAll().orderBy('created_at').limit(most)
  const rows = await (campaignId ? all.where('campaign_id', '=', campaignId) : all).execute()
  const today = await todayOf(ctx)
  const covered = new Set(rows.map((row) => row.campaign_id))
  const open = campaignId ? [] : await allListed(ctx)
  const people = [...(await directory(ctx)).rows.values()].filter((one) => one.disabled_at === null)
  const change = holds(ctx.actor, 'campaigns:manage')
  return {
    items: await toBackUps(ctx, rows),
    uncovered: open
      .filter((one) => one.level === 'campaign' && ahead.includes(one.state))
      .filter((one) => one.endsOn >= today && !covered.has(one.id))
      .map(({ id, name, startsOn, standing }) => ({ id, name, startsOn, standing })),
    people: change ? people.map(({ id, name }) => ({ id, name })) : [],
    can: { change },
  }
}
