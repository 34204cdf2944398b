import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'
import { kpis } from '../../strategy/server/index.ts'
import { isLateImprovement } from '../rules.ts'
import { todayOf } from './rows.ts'

/** Something that is red; only holders of `need` read of it. */
export type RedItem = { key: string; what: string; why: string; link: string; need: string }
type Source = { need: string; find: (ctx: Ctx) => Promise<Omit<RedItem, 'need'>[]> }

/** What of all modules is red, and belongs on the agenda of a check-in. */
export class AgendaSources {
  #sources: Source[] = []

  register(...sources: Source[]): void {
    this.#sources.push(...sources)
  }

  /** As far as whoever asks may read it. */
  async of(ctx: Ctx): Promise<RedItem[]> {
    const open = this.#sources.filter(({ need }) => holds(ctx.actor, need))
    const found = await Promise.all(
      open.map(async ({ need, find }) => (await find(ctx)).map((one) => ({ ...one, need }))),
    )
    return found.flat()
  }
}
export const agendaSources = service<AgendaSources>('teamwork.agenda')

const most = 10

const kpisBehind: Source = {
  need: 'strategy:read',
  async find(ctx) {
    const { items } = await kpis(ctx, { state: 'signed' })
    return items
      .filter((one) => one.standing.course === 'behind')
      .slice(0, most)
      .map(({ id, name, standing }) => ({
        ...{ key: `kpi:${id}`, what: `${name} is behind its path`, why: standing.says, link: `/kpis/${id}` },
      }))
  },
}

const late: Source = {
  need: 'teamwork:read',
  async find(ctx) {
    const today = await todayOf(ctx)
    const commitments = await ctx.db
      .selectFrom('teamwork_commitments')
      .selectAll()
      .where('state', '=', 'open')
      .where('due_on', '<', today)
      .orderBy('due_on')
      .limit(most)
      .execute()
    const changes = await ctx.db
      .selectFrom('teamwork_improvements')
      .selectAll()
      .where('state', 'in', ['idea', 'running'])
      .orderBy('due_on')
      .limit(most)
      .execute()
    return [
      ...commitments.map((row) => ({
        ...{ key: `commitment:${row.id}`, what: `Late: ${row.what}`, link: `/teamwork/teams/${row.team_id}` },
        why: `${row.by_name} promised it to ${row.team_name} by ${row.due_on}.`,
      })),
      ...changes
        .filter((row) => isLateImprovement(row, today))
        .map((row) => ({
          ...{ key: `improvement:${row.id}`, what: `Late: ${row.what}`, link: '/teamwork?tab=improvements' },
          why: `${row.owner_name} owns this change of the process; it was due on ${row.due_on}.`,
        })),
    ]
  },
}

export const ownSources = [kpisBehind, late]
