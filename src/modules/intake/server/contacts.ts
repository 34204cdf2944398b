import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { whomToAsk } from '../../departments/server/index.ts'

/** Whom to ask for what in each department; names are for those alone who may read departments. */
export async function contactsFor(ctx: Ctx) {
  if (!holds(ctx.actor, 'departments:read')) return []
  const { items } = await whomToAsk(ctx, {})
  return items.map((one) => ({
    area: `${one.what} (${one.page.name})`,
    who: one.deputy ? `${one.person.name}, else ${one.deputy.name}` : one.person.name,
    how: `${one.channel}; answers within ${one.responseHours} hours`,
  }))
}
