import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/fiscal.ts'
import type { Need } from '../../identity/contract.ts'
import { agreements } from './agreements-show.ts'
import { todayOf } from './rows.ts'

/** What of teamwork waits for the reader today. */
export async function needsOfTeamwork(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId || !holds(ctx.actor, 'teamwork:write')) return []
  const all = [await yesesOf(ctx), await commitmentsOf(ctx, personId)]
  return all.flat()
}

async function yesesOf(ctx: Ctx): Promise<Need[]> {
  return (await agreements(ctx)).items
    .filter((one) => one.hasSaidYes === false)
    .map((one) => ({
      title: `Say yes: how ${one.team.name} works`,
      why: `Version ${one.version} of its agreement waits for your word.`,
      link: `/teamwork/teams/${one.team.id}`,
    }))
}

async function commitmentsOf(ctx: Ctx, personId: string): Promise<Need[]> {
  const rows = await ctx.db
    .selectFrom('teamwork_commitments')
    .selectAll()
    .where('by_id', '=', personId)
    .where('state', '=', 'open')
    .where('due_on', '<=', addDays(await todayOf(ctx), 2))
    .orderBy('due_on')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    ...{ title: `You promised: ${row.what}`, due: row.due_on },
    why: `${row.team_name} counts on it. Say what became of it, or promise it anew in time.`,
    link: `/teamwork/teams/${row.team_id}`,
  }))
}
