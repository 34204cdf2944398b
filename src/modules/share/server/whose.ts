import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, missing } from '../../../kernel/errors.ts'
import { directory } from '../../identity/server/index.ts'
import { belonging } from '../../load/server/index.ts'
import { leads } from '../../timesheets/rules.ts'
import { isTold } from '../rules.ts'

type Asked = { personId?: string | undefined; teamId?: string | undefined }

/** Whose share is asked for, as far as it is for the asker. */
export async function whoseOf(ctx: Ctx, { personId, teamId }: Asked) {
  const { rows: people } = await directory(ctx)
  const groups = await belonging(ctx)
  const self = ctx.actor.personId ?? ''
  const isSystem = ctx.actor.kind === 'system' || ctx.actor.kind === 'owner'
  const isLed = (id: string) => isSystem || id === self || leads(people, self, id)
  const members = (id: string) =>
    [...people.values()]
      .filter((one) => !one.disabled_at && groups.has('team', id, one.id))
      .map((one) => one.id)
  if (personId && !(people.has(personId) && isLed(personId))) throw missing('The vision share of this person')
  if (teamId) {
    if (!groups.all.team.some((one) => one.id === teamId)) throw missing('This team')
    if (!isTold(members(teamId), isLed))
      throw forbidden('A share of fewer than five people is for those who lead all of them.')
  }
  const team = teamId ? new Set(members(teamId)) : null
  const has = (id: string) => (!personId || id === personId) && (!team || team.has(id))
  return { people, teams: groups.all.team, members, isLed, has, isFiltered: Boolean(personId || teamId) }
}
export type Whose = Awaited<ReturnType<typeof whoseOf>>
