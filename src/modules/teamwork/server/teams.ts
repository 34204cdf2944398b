import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { listTeams } from '../../identity/server/index.ts'
import type { Standing } from '../rules.ts'
import { isMe, manages } from './rows.ts'

export type Team = Awaited<ReturnType<typeof listTeams>>['teams'][number]

export const teamsOf = async (ctx: Ctx): Promise<Team[]> => (await listTeams(ctx)).teams

export async function requireTeam(ctx: Ctx, id: string): Promise<Team> {
  const team = (await teamsOf(ctx)).find((one) => one.id === id)
  if (!team) throw missing('This team')
  return team
}

/** The lead is of the team, too. */
export const peopleOf = ({ lead, members }: Team) =>
  lead && !members.some((one) => one.id === lead.id) ? [lead, ...members] : members

export const standingTo = (ctx: Ctx, team: Team): Standing => ({
  name: ctx.actor.name,
  isOf: peopleOf(team).some((one) => isMe(ctx, one.id)),
  leads: isMe(ctx, team.lead?.id ?? null),
  manages: manages(ctx),
})
