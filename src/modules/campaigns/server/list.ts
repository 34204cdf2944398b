import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { definitionsOf, seenValues } from '../../fields/server/index.ts'
import { directory, holdersOf, knownPermissions, roleNames } from '../../identity/server/index.ts'
import { channels } from '../../imports/server/index.ts'
import type { campaigns, Listed } from '../contract.ts'
import { levels } from '../rules.ts'
import { around, campaignParents, toListed } from './records.ts'
import type { StageRow } from './tables.ts'

const most = 2000

/** Every campaign with where it stands; the earliest first. */
export async function allListed(ctx: Ctx): Promise<Listed[]> {
  const rows = await ctx.db.selectFrom('campaigns_records').selectAll().limit(most).execute()
  const ids = rows.map((row) => row.id)
  const parents = await campaignParents(ctx.db, ids)
  const stages = await waitingStages(ctx)
  const open = await ctx.db
    .selectFrom('campaigns_changes')
    .select('campaign_id')
    .where('state', '=', 'open')
    .execute()
  const changed = new Set(open.map((one) => one.campaign_id))
  const known = await around(ctx)
  const fields = await definitionsOf(ctx, levels)
  return rows
    .map((row) => ({
      ...toListed(row, {
        around: known,
        parentId: parents.get(row.id) ?? null,
        stages: stages.get(row.id) ?? [],
        changeOpen: changed.has(row.id),
      }),
      fields: seenValues(ctx, fields, row.brief.fields),
    }))
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.name.localeCompare(b.name))
}

/** What waits, in the order of deciding. */
async function waitingStages(ctx: Ctx): Promise<Map<string, StageRow[]>> {
  const rows = await ctx.db
    .selectFrom('campaigns_stages')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('position')
    .execute()
  const found = new Map<string, StageRow[]>()
  for (const row of rows) found.set(row.campaign_id, [...(found.get(row.campaign_id) ?? []), row])
  return found
}

export async function list(ctx: Ctx, { search, level }: In<typeof campaigns.list>) {
  const words = search.toLowerCase()
  const items = (await allListed(ctx)).filter(
    (one) => (!level || one.level === level) && `${one.name} ${one.owner.name}`.toLowerCase().includes(words),
  )
  return { items }
}

/** Roles of which somebody may approve, and the people who may own a campaign. */
export async function choices(ctx: Ctx) {
  const { rows, roles } = await directory(ctx)
  const approvers = await holdersOf(ctx.db, 'campaigns:approve', knownPermissions(ctx))
  const may = new Set(approvers.flatMap((id) => (roles.get(id) ?? []).map((role) => role.id)))
  const people = [...rows.values()].filter((one) => one.disabled_at === null)
  return {
    channels: await channels(ctx.db),
    roles: [...(await roleNames(ctx.db))].filter(([id]) => may.has(id)).map(([id, name]) => ({ id, name })),
    people: people.map(({ id, name }) => ({ id, name })),
  }
}
