import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../methods/days.ts'
import type { FreeDays } from '../../../methods/working-days.ts'
import { freeDaysOf } from '../../availability/server/index.ts'
import { requireCampaign } from '../../campaigns/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import type { PlannedStep } from '../contract.ts'
import { timesOf, whyNotSayDone } from '../rules.ts'
import type { StepRow } from './tables.ts'

export type NamedStep = {
  id: string
  name: string
  days: number
  after: string[]
  due: Day
  isDone: boolean
  ownerId: string | null
}

export const toNamed = (row: StepRow): NamedStep => ({
  id: row.id,
  name: row.name,
  days: row.days,
  after: row.after,
  due: row.due_on,
  isDone: row.done_at !== null,
  ownerId: row.owner_id,
})

export const stepRows = (ctx: Ctx, campaignId: string): Promise<StepRow[]> =>
  ctx.db
    .selectFrom('templates_steps')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .orderBy('due_on')
    .orderBy('position')
    .execute()

export const planOf = (ctx: Ctx, campaignId: string) =>
  ctx.db.selectFrom('templates_plans').selectAll().where('campaign_id', '=', campaignId).executeTakeFirst()

/** What every judgement about a campaign's steps needs. */
export async function knownOf(ctx: Ctx, campaignId: string) {
  const campaign = await requireCampaign(ctx, campaignId)
  const rows = await stepRows(ctx, campaignId)
  const named = await freeDaysOf(ctx)
  const free: FreeDays = new Set(named.keys())
  const today = await todayOf(ctx)
  const launchOn: Day = campaign.brief.startsOn
  return { campaign, rows, steps: rows.map(toNamed), named, free, today, launchOn }
}
export type Known = Awaited<ReturnType<typeof knownOf>>

type Timing = { launchOn: Day; today: Day; free: FreeDays }

/** Who asks, as the rules of steps see it. */
export const askerOf = (ctx: Ctx) => ({
  personId: ctx.actor.personId,
  manages: holds(ctx.actor, 'campaigns:manage'),
})

/** Steps with their times, as they are shown. */
export async function toPlanned(ctx: Ctx, rows: readonly StepRow[], timing: Timing): Promise<PlannedStep[]> {
  const people = (await directory(ctx)).rows
  const times = new Map(timesOf(rows.map(toNamed), timing).map((one) => [one.id, one]))
  return rows.map((row) => ({
    ...times.get(row.id)!,
    name: row.name,
    days: row.days,
    after: row.after,
    owner: row.owner_id
      ? { id: row.owner_id, name: people.get(row.owner_id)?.name ?? 'Somebody who left' }
      : null,
    doneBy: row.done_by,
    doneAt: row.done_at?.toISOString() ?? null,
    canFinish: whyNotSayDone(toNamed(row), askerOf(ctx)) === null,
    version: row.version,
  }))
}
