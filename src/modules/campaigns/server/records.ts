import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { missing } from '../../../kernel/errors.ts'
import { dayIn } from '../../../methods/fiscal.ts'
import { directory, roleNames } from '../../identity/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { parentsOf } from '../../trace/server/index.ts'
import type { Listed, Money } from '../contract.ts'
import { nextWords, stageTitles, standingOf } from '../rules.ts'
import type { CampaignRow, StageRow } from './tables.ts'

export async function requireCampaign(ctx: Ctx, id: string): Promise<CampaignRow> {
  const row = await ctx.db.selectFrom('campaigns_records').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This campaign')
  return row
}

/** Every campaign by its name, and whether it is approved: for modules above. */
export const namedCampaigns = (db: Reader | Database) =>
  db.selectFrom('campaigns_records').select(['id', 'name', 'state']).orderBy('name').execute()

/** The channels each of these campaigns names in its brief: for modules above. */
export async function channelsOf(db: Reader | Database, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string[]>()
  const all = db.selectFrom('campaigns_records').select(['id', 'brief'])
  const rows = await all.where('id', 'in', [...ids]).execute()
  return new Map(rows.map((row) => [row.id, row.brief.channels]))
}

export const plannedOf = (row: Pick<CampaignRow, 'planned_minor' | 'planned_currency'>): Money | null =>
  row.planned_minor === null || row.planned_currency === null
    ? null
    : { minor: row.planned_minor, currency: row.planned_currency }

export const toPlanned = (money: Money | null) => ({
  planned_minor: money?.minor ?? null,
  planned_currency: money?.currency ?? null,
})

export const termsOf = (row: Pick<CampaignRow, 'brief' | 'planned_minor' | 'planned_currency'>) => ({
  brief: row.brief,
  planned: plannedOf(row),
})

/** What is said about campaigns elsewhere, read once for a list. */
export type Around = Awaited<ReturnType<typeof around>>

export async function around(ctx: Ctx) {
  const { zone } = await organisation(ctx.db)
  const people = (await directory(ctx)).rows
  const roles = await roleNames(ctx.db)
  const nameOf = (id: string | null): string => people.get(id ?? '')?.name ?? 'Somebody who left'
  return {
    today: dayIn(zone, ctx.now),
    nameOf,
    whoOf: (one: { roleId: string | null; personId: string | null }): string =>
      one.personId ? nameOf(one.personId) : (roles.get(one.roleId ?? '') ?? 'a role that was removed'),
  }
}

const waitingOf = (stages: readonly StageRow[]): StageRow | undefined =>
  stages.find((one) => one.state === 'waiting')

/** The one stage that is to be decided now. */
export function nextOf(row: CampaignRow, stages: readonly StageRow[], { whoOf, today }: Around) {
  const stage = row.state === 'in-approval' ? waitingOf(stages) : undefined
  if (!stage) return undefined
  const named = { roleId: stage.role_id, personId: stage.person_id }
  const next = { title: stageTitles[stage.stage], who: whoOf(named), dueOn: stage.due_on }
  return {
    ...named,
    ...next,
    id: stage.id,
    stage: stage.stage,
    isLate: stage.due_on < today,
    says: nextWords(next, today),
  }
}

export const stagesOf = (ctx: Ctx, row: Pick<CampaignRow, 'id' | 'round'>): Promise<StageRow[]> =>
  ctx.db
    .selectFrom('campaigns_stages')
    .selectAll()
    .where('campaign_id', '=', row.id)
    .where('round', '=', row.round)
    .orderBy('position')
    .execute()

/** What of the list one campaign shows. */
export function toListed(
  row: CampaignRow,
  known: { around: Around; parentId: string | null; stages: readonly StageRow[]; changeOpen: boolean },
): Listed {
  const { startsOn, endsOn, demand } = row.brief
  const next = nextOf(row, known.stages, known.around)
  return {
    id: row.id,
    name: row.name,
    level: row.level,
    parentId: known.parentId,
    owner: { id: row.owner_id, name: known.around.nameOf(row.owner_id) },
    startsOn,
    endsOn,
    state: row.state,
    standing: standingOf({ state: row.state, startsOn, endsOn }, known.around.today),
    hasDemand: demand !== null,
    fields: {},
    next: next ?? null,
    changeOpen: known.changeOpen,
  }
}

/** The campaign each of these belongs to; one that serves a goal stands at the top here. */
export async function campaignParents(db: Reader | Database, ids: string[]): Promise<Map<string, string>> {
  const parents = await parentsOf(db, 'campaign', ids)
  return new Map(
    [...parents].flatMap(([id, one]) => (one.kind === 'campaign' ? [[id, one.id] as const] : [])),
  )
}

/** What stands below a campaign, each after what it belongs to. */
export async function rowsBelow(ctx: Ctx, id: string): Promise<CampaignRow[]> {
  const [, ...ids] = await withBelow(ctx.db, id)
  if (ids.length === 0) return []
  const rows = await ctx.db.selectFrom('campaigns_records').selectAll().where('id', 'in', ids).execute()
  return ids.flatMap((one) => rows.find((row) => row.id === one) ?? [])
}

/** A campaign and everything below it. */
export async function withBelow(db: Reader, id: string): Promise<string[]> {
  const rows = await db.selectFrom('campaigns_records').select('id').execute()
  const parents = await campaignParents(
    db,
    rows.map((row) => row.id),
  )
  const found = [id]
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child)
  return [...new Set(found)]
}
