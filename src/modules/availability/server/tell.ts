import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Need } from '../../identity/contract.ts'
import { most, type Searched } from '../../search/server/index.ts'
import { spanInWords, whyNotDecide } from '../rules.ts'
import { spanOfRow } from './leave-show.ts'
import { aroundOf, worksHere } from './people.ts'

/** Leave that waits for the asker: of those they lead, and with the right of those nobody leads. */
export async function needsOfLeave(ctx: Ctx): Promise<Need[]> {
  if (!ctx.actor.personId) return []
  const rows = await ctx.db
    .selectFrom('availability_leave')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('from_on')
    .limit(200)
    .execute()
  if (rows.length === 0) return []
  const around = await aroundOf(ctx)
  const isLed = (id: string) => {
    const manager = around.people.get(around.people.get(id)?.manager_id ?? '')
    return manager !== undefined && worksHere(manager)
  }
  return rows
    .filter(({ person_id: id }) => {
      const asker = around.askerOf(id)
      return whyNotDecide(asker) === null && (asker.leads || !isLed(id))
    })
    .map((row) => ({
      title: `Decide about leave of ${around.people.get(row.person_id)?.name ?? 'somebody'}`,
      why: `They ask for ${spanInWords(spanOfRow(row))}.`,
      ...{ link: '/leave', due: row.from_on },
    }))
}

export const searchedHubs: Searched = {
  kind: 'Hub',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'availability:read')) return []
    const rows = await ctx.db
      .selectFrom('availability_hubs')
      .select(['id', 'name', 'region'])
      .where((e) => e.or([e('name', 'ilike', pattern), e('purpose', 'ilike', pattern)]))
      .where('removed_at', 'is', null)
      .orderBy('name')
      .limit(most)
      .execute()
    return rows.map(({ id, name, region }) => ({ id, title: name, hint: region, path: `/hubs?open=${id}` }))
  },
}
