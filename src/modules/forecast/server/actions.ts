import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { directory, requirePerson } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { type Action, forecast } from '../contract.ts'
import { requireMetric } from './currency.ts'
import type { ActionRow } from './tables.ts'

const link = '/changes?tab=actions'

/** How rows become things: what their owners and metrics are called, and which day it is. */
export async function readerOf(ctx: Ctx): Promise<(row: ActionRow) => Action> {
  const { rows: people } = await directory(ctx)
  const { metrics } = ctx.use(catalogue)
  const today = await todayOf(ctx)
  return (row) => ({
    id: row.id,
    says: row.says,
    metric: row.metric,
    metricTitle: metrics.get(row.metric)?.title ?? row.metric,
    dimension: row.dimension,
    segment: row.segment,
    from: row.from_on,
    to: row.to_on,
    owner: { id: row.owner_id, name: people.get(row.owner_id)?.name ?? 'Nobody' },
    dueOn: row.due_on,
    isOverdue: row.state === 'open' && row.due_on < today,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
  })
}

export async function actions(ctx: Ctx, { state, limit }: In<typeof forecast.actions>) {
  let asked = ctx.db.selectFrom('forecast_actions').selectAll().orderBy('state', 'desc').orderBy('due_on')
  if (state) asked = asked.where('state', '=', state)
  const rows = await asked.orderBy('id').limit(limit).execute()
  return { items: rows.map(await readerOf(ctx)) }
}

/** Somebody who can see to it. */
async function requireOwner(ctx: Ctx, id: string) {
  const person = await requirePerson(ctx, id)
  if (person.disabled_at) throw invalid(`${person.name} has no access any more. Choose another owner.`)
  return person
}

export async function act(ctx: Ctx, { ownerId, dueOn, ...about }: In<typeof forecast.act>) {
  const owner = await requireOwner(ctx, ownerId)
  const { title } = requireMetric(ctx, about.metric)
  if (dueOn < (await todayOf(ctx))) throw invalid('The day to look again lies in the past.')

  const row = await ctx.insert('forecast_actions', {
    id: ctx.id('act'),
    says: about.says,
    metric: about.metric,
    dimension: about.dimension,
    segment: about.segment,
    from_on: about.from,
    to_on: about.to,
    owner_id: owner.id,
    due_on: dueOn,
    state: 'open',
    decided_by: ctx.actor.name,
    decided_at: ctx.now,
    done_at: null,
  })
  await ctx.record(forecast.events.actionDecided, row.id, { says: row.says, owner: owner.name, due: dueOn })
  await notify(ctx, owner.id, { title: row.says, why: `About ${title}; due on ${dueOn}.`, link })

  return (await readerOf(ctx))(row)
}

export async function changeAction(
  ctx: Ctx,
  { id, says, ownerId, dueOn, state }: In<typeof forecast.changeAction>,
) {
  const row = await ctx.db.selectFrom('forecast_actions').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This action')
  const owner = ownerId === undefined ? undefined : await requireOwner(ctx, ownerId)

  const done =
    state === undefined || state === row.state ? {} : { state, done_at: state === 'done' ? ctx.now : null }
  const patch = { says, owner_id: owner?.id, due_on: dueOn, ...done }
  const changed = (await ctx.update('forecast_actions', id, patch)) ?? row
  const event =
    'state' in done
      ? forecast.events[state === 'done' ? 'actionDone' : 'actionReopened']
      : forecast.events.actionChanged
  await ctx.record(event, id, { says: changed.says })
  if (owner && owner.id !== row.owner_id)
    await notify(ctx, owner.id, {
      title: changed.says,
      why: `It is yours now; due on ${changed.due_on}.`,
      link,
    })

  return (await readerOf(ctx))(changed)
}
