import { sql } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { listTeams } from '../../identity/server/index.ts'
import type { SprintRow, TakenRow } from './tables.ts'

export { todayOf } from '../../metrics/server/index.ts'

export const any = (ids: readonly string[]) => sql<string>`any(${ids})`

export async function requireSprint(ctx: Ctx, id: string): Promise<SprintRow> {
  const row = await ctx.db.selectFrom('sprints_records').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This sprint')
  return row
}

/** Teams whose sprints the asker plans: their own and those they lead; who manages work, all. */
export async function plannedTeams(ctx: Ctx) {
  const { teams } = await listTeams(ctx)
  const me = ctx.actor.personId
  const isOwn = (team: (typeof teams)[number]) =>
    team.lead?.id === me || team.members.some((one) => one.id === me)
  return teams.map((team) => ({
    ...{ id: team.id, name: team.name, members: team.members, isOwn: me !== undefined && isOwn(team) },
    mayPlan: holds(ctx.actor, 'work:manage') || (holds(ctx.actor, 'work:write') && isOwn(team)),
  }))
}

export async function requirePlanner(ctx: Ctx, teamId: string) {
  const team = (await plannedTeams(ctx)).find((one) => one.id === teamId)
  if (!team) throw missing('This team')
  if (!team.mayPlan) throw forbidden(`The people of ${team.name} plan its sprints. Ask one of them.`)
  return team
}

/** A sprint that the asker plans, as it was when they saw it. */
export async function requirePlanned(ctx: Ctx, { id, version }: { id: string; version?: number }) {
  const row = await requireSprint(ctx, id)
  await requirePlanner(ctx, row.team_id)
  if (version !== undefined && row.version !== version)
    throw conflict(
      `Somebody changed ${row.name} since you opened it. Look at what stands there now and repeat your change.`,
    )
  return row
}

export const takenIn = (ctx: Ctx, sprintIds: readonly string[]): Promise<TakenRow[]> =>
  ctx.db
    .selectFrom('sprints_items')
    .selectAll()
    .where('sprint_id', '=', any(sprintIds))
    .orderBy('added_at')
    .orderBy('id')
    .execute()
