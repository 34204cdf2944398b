import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { teamwork } from '../contract.ts'
import type { Incentive, Win } from '../things/hand.ts'
import { isMe, requireFresh, requirePresent, requireRow, todayOf } from './rows.ts'
import type { IncentiveRow, WinRow } from './tables.ts'
import { peopleOf, requireTeam } from './teams.ts'

const { events } = teamwork
type Named = { id: string; name: string }

const named = (id: string | null, name: string | null): Named | null => (id ? { id, name: name ?? '' } : null)

const toWin = (ctx: Ctx, row: WinRow): Win => ({
  ...{ id: row.id, to: named(row.to_id, row.to_name), team: named(row.team_id, row.team_name) },
  ...{ what: row.what, by: row.by_name, on: row.said_on, isOfHelp: row.hand_id !== null },
  can: { remove: isMe(ctx, row.by_id) && row.hand_id === null },
})

type Kept = { to: Named | null; team: Named | null; what: string; handId: string | null }

export const keepWin = async (ctx: Ctx, { to, team, what, handId }: Kept): Promise<WinRow> =>
  ctx.insert('teamwork_wins', {
    ...{ id: ctx.id('win'), to_id: to?.id ?? null, to_name: to?.name ?? null, what, hand_id: handId },
    ...{ team_id: team?.id ?? null, team_name: team?.name ?? null, said_on: await todayOf(ctx) },
    ...{ by_id: ctx.actor.personId ?? null, by_name: ctx.actor.name },
  })

/** Of a team: its own and those of its people. */
export async function wins(ctx: Ctx, { personId, teamId }: In<typeof teamwork.wins>) {
  const people = teamId ? peopleOf(await requireTeam(ctx, teamId)).map((one) => one.id) : []
  const rows = await ctx.db
    .selectFrom('teamwork_wins')
    .selectAll()
    .$if(personId !== undefined, (q) => q.where('to_id', '=', personId ?? ''))
    .$if(teamId !== undefined, (q) =>
      q.where((e) => e.or([e('team_id', '=', teamId ?? ''), e('to_id', '=', e.fn.any(e.val(people)))])),
    )
    .orderBy('said_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return { items: rows.map((row) => toWin(ctx, row)) }
}

export async function recognise(ctx: Ctx, { toId, teamId, what }: In<typeof teamwork.recognise>) {
  if (toId === null && teamId === null) throw invalid('Say whose win it is: somebody’s, or a team’s.')
  if (toId !== null && isMe(ctx, toId))
    throw conflict('Your own wins are for others to recognise. Recognise somebody who had a part in it.')
  const to = toId ? await requirePresent(ctx, toId) : null
  const team = teamId ? await requireTeam(ctx, teamId) : null

  const row = await keepWin(ctx, { to, team, what, handId: null })
  const who = [to?.name, team?.name].filter(Boolean).join(' and ')
  await ctx.record(events.recognised, row.id, { who, what })
  for (const id of new Set([...(to ? [to.id] : []), ...(team ? peopleOf(team).map((one) => one.id) : [])]))
    await notify(ctx, id, {
      title: `${ctx.actor.name} recognises a win of ${who}`,
      why: what,
      link: '/teamwork?tab=wins',
    })

  return toWin(ctx, row)
}

export async function removeWin(ctx: Ctx, { id }: In<typeof teamwork.removeWin>) {
  const row = await requireRow(ctx, 'teamwork_wins', id, 'This recognition')
  if (!isMe(ctx, row.by_id) || row.hand_id)
    throw forbidden(`${row.by_name} wrote it. Only they can take it back, and thanks for help stay.`)

  await ctx.delete('teamwork_wins', id)
  await ctx.record(events.winRemoved, id, { who: row.to_name ?? row.team_name ?? '' })

  return {}
}

const toIncentive = (row: IncentiveRow): Incentive => ({
  ...{ id: row.id, behaviour: row.behaviour, what: row.what, owner: named(row.owner_id, row.owner_name) },
  ...{ sinceOn: row.since_on, effect: row.effect, effectOn: row.effect_on, endedOn: row.ended_on },
  version: row.version,
})

export async function incentives(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('teamwork_incentives')
    .selectAll()
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('since_on', 'desc')
    .limit(200)
    .execute()
  return { items: rows.map(toIncentive) }
}

export async function addIncentive(ctx: Ctx, said: In<typeof teamwork.addIncentive>) {
  const owner = said.ownerId ? await requirePresent(ctx, said.ownerId) : null

  const row = await ctx.insert('teamwork_incentives', {
    ...{ id: ctx.id('inc'), behaviour: said.behaviour, what: said.what, since_on: said.sinceOn },
    ...{ owner_id: owner?.id ?? null, owner_name: owner?.name ?? null },
    ...{ effect: null, effect_on: null, ended_on: null, version: 1 },
  })
  await ctx.record(events.incentiveAdded, row.id, { what: row.what })

  return toIncentive(row)
}

export async function changeIncentive(
  ctx: Ctx,
  { id, version, ...said }: In<typeof teamwork.changeIncentive>,
) {
  const row = await requireRow(ctx, 'teamwork_incentives', id, 'This entry')
  requireFresh(row, version, 'this entry')
  const owner = said.ownerId ? await requirePresent(ctx, said.ownerId) : null
  const today = await todayOf(ctx)

  const after = await ctx.update('teamwork_incentives', id, {
    ...{ behaviour: said.behaviour, what: said.what, since_on: said.sinceOn, version: version + 1 },
    ...(said.ownerId === undefined ? {} : { owner_id: owner?.id ?? null, owner_name: owner?.name ?? null }),
    ...(said.effect === undefined
      ? {}
      : { effect: said.effect || null, effect_on: said.effect ? today : null }),
    ...(said.isEnded === undefined ? {} : { ended_on: said.isEnded ? today : null }),
  })
  await ctx.record(events.incentiveChanged, id, { what: said.what ?? row.what })

  return toIncentive(after ?? row)
}
