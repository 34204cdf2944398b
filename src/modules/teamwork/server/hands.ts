import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { teamwork } from '../contract.ts'
import { sharedWords, whyNotHand, whyNotThank } from '../rules.ts'
import { oneHand, openHands, partIn, textOf } from './hands-show.ts'
import { requireFresh, requireMe, requireRow, todayOf } from './rows.ts'
import type { HandRow } from './tables.ts'
import { keepWin } from './wins.ts'

const { events } = teamwork
const link = '/teamwork?tab=help'
const called = { ask: 'asked for a hand', offer: 'offered a hand' } as const

export async function addHand(ctx: Ctx, { skills, ...said }: In<typeof teamwork.addHand>) {
  const me = requireMe(ctx)
  const today = await todayOf(ctx)
  if (said.untilOn < today)
    throw invalid('Choose a day that comes, until which it stands.', [
      { field: 'untilOn', message: 'is past' },
    ])

  const row = await ctx.insert('teamwork_hands', {
    ...{ id: ctx.id('hnd'), kind: said.kind, what: said.what, skills: JSON.stringify(skills) },
    ...{ hours: said.hours, until_on: said.untilOn, by_id: me.id, by_name: me.name, made_at: ctx.now },
    ...{ state: 'open' as const, taken_by_id: null, taken_by: null, taken_at: null, done_on: null },
    ...{ spent_hours: null, thanks: null, version: 1 },
  })
  await ctx.record(events.handAdded, row.id, { what: row.what, how: called[row.kind] })
  await nudge(ctx, row, today)

  return oneHand(ctx, row.id)
}

/** Those whose ask or offer it fits are told of it, each once. */
async function nudge(ctx: Ctx, row: HandRow, today: string): Promise<void> {
  const fits = (await openHands(ctx, today)).filter(
    (one) =>
      one.kind !== row.kind && one.by_id !== row.by_id && sharedWords(textOf(row), textOf(one)).length > 0,
  )
  for (const person of new Set(fits.map((one) => one.by_id))) {
    const which = { hand_id: row.id, person_id: person }
    await ctx.insert('teamwork_nudges', { id: ctx.id('ndg'), ...which, nudged_at: ctx.now })
    const why = row.kind === 'ask' ? 'It fits what you offered.' : 'It fits what you asked for.'
    await notify(ctx, person, { title: `${row.by_name} ${called[row.kind]}: ${row.what}`, why, link })
  }
}

const happened = {
  open: 'opened again',
  taken: 'took up',
  done: 'finished',
  withdrawn: 'withdrew',
} as const

export async function moveHand(ctx: Ctx, { id, version, state, spentHours }: In<typeof teamwork.moveHand>) {
  const me = requireMe(ctx)
  const row = await requireRow(ctx, 'teamwork_hands', id, 'This')
  requireFresh(row, version, 'this')
  const today = await todayOf(ctx)
  const objection = whyNotHand(row, state, partIn(ctx, row), today)
  if (objection) throw conflict(objection)
  if (row.thanks !== null) throw conflict('Thanks were given for it; it stays done.')
  if (state === 'done' && spentHours === null)
    throw invalid('Say how many hours it cost.', [{ field: 'spentHours', message: 'is missing' }])

  await ctx.update('teamwork_hands', id, {
    ...{ state, version: version + 1, done_on: state === 'done' ? today : null },
    spent_hours: state === 'done' ? spentHours : null,
    ...(row.state === 'open' && state === 'taken'
      ? { taken_by_id: me.id, taken_by: me.name, taken_at: ctx.now }
      : {}),
    ...(state === 'open' ? { taken_by_id: null, taken_by: null, taken_at: null } : {}),
  })
  await ctx.record(events.handMoved, id, {
    what: row.what,
    how: `${happened[state]} what ${row.by_name} ${called[row.kind]} with`,
  })
  await tell(ctx, row, `${ctx.actor.name} ${happened[state]}: ${row.what}`)

  return oneHand(ctx, id)
}

async function tell(ctx: Ctx, row: HandRow, title: string): Promise<void> {
  const why = row.kind === 'ask' ? `${row.by_name} asked for a hand.` : `${row.by_name} offered a hand.`
  for (const id of [row.by_id, row.taken_by_id]) if (id) await notify(ctx, id, { title, why, link })
}

export async function thank(ctx: Ctx, { id, version, thanks }: In<typeof teamwork.thank>) {
  const row = await requireRow(ctx, 'teamwork_hands', id, 'This')
  requireFresh(row, version, 'this')
  const objection = whyNotThank(row, partIn(ctx, row))
  if (objection) throw conflict(objection)
  const helper =
    row.kind === 'ask'
      ? { id: row.taken_by_id ?? '', name: row.taken_by ?? '' }
      : { id: row.by_id, name: row.by_name }

  await ctx.update('teamwork_hands', id, { thanks, version: version + 1 })
  await ctx.record(events.thanked, id, { who: helper.name, what: thanks })
  await keepWin(ctx, { to: helper, team: null, what: thanks, handId: id })
  await notify(ctx, helper.id, { title: `${ctx.actor.name} thanks you: ${row.what}`, why: thanks, link })

  return oneHand(ctx, id)
}
